<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>साइन-इन हुआ</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>साइन-आउट हुआ</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>फ़ोन से लॉक हुआ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>फ़ोन जोड़ा गया</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>फ़ोन हटाया गया</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>अनजान स्क्रीन</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>आपकी हाल की गतिविधि</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n सेकंड बाकी</numerusform>
            <numerusform>%n सेकंड बाकी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n मिनट बाकी</numerusform>
            <numerusform>%n मिनट बाकी</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>%1 घं॰ %2 मि॰ बाकी</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>शुभ संध्या,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>सुप्रभात,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>नमस्ते,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>यह पहली बार है</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>अपने-आप लॉक</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>पिछला साइन-इन</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>मंज़ूरी वाला फ़ोन</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>यह स्क्रीन</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>लॉक करें</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>लॉक खुल गया</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>आपको साइन-आउट करके आपका सब कुछ इस स्क्रीन से हटा देता है।</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>एक फ़ोन</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>और %n</numerusform>
            <numerusform>और %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>आपका पेज खुला है। काम पूरा होने पर इसे लॉक करें।</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>क्या आप यहीं हैं?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>यह स्क्रीन %n सेकंड में लॉक होगी</numerusform>
            <numerusform>यह स्क्रीन %n सेकंड में लॉक होगी</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>स्क्रीन %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>अनजान स्क्रीन</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>इस स्क्रीन की घड़ी सर्वर की घड़ी से %n मिनट आगे है।</numerusform>
            <numerusform>इस स्क्रीन की घड़ी सर्वर की घड़ी से %n मिनट आगे है।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>इस स्क्रीन की घड़ी सर्वर की घड़ी से %n मिनट पीछे है।</numerusform>
            <numerusform>इस स्क्रीन की घड़ी सर्वर की घड़ी से %n मिनट पीछे है।</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>कृपया इसकी देखरेख करने वाले को बताएँ: समय सेट करना है (timedatectl)।</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>इस स्क्रीन का एक प्रोग्राम विफल हुआ। कृपया इसकी देखरेख करने वाले को बताएँ: क्या हुआ, यह इसके लॉग में है।</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>भाषाएँ</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>भाषा: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyWindow</name>
    <message>
        <source>Latchkey</source>
        <translation>Latchkey</translation>
    </message>
</context>
<context>
    <name>latchkey::LoginView</name>
    <message>
        <source>Open the camera on your phone</source>
        <translation>अपने फ़ोन का कैमरा खोलें</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>उसे कोड पर रखें</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>अपने फ़ोन पर मंज़ूरी दें</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>साइन-इन के लिए स्कैन करें</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>आपका फ़ोन ही चाबी है।</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>कोड लाया जा रहा है…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>अपना फ़ोन देखें</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>जो लिखा है उसे पढ़ें, फिर वहीं मंज़ूरी दें।</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>आपके फ़ोन पर %1 दिखेगा</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>नया कोड %n सेकंड में</numerusform>
            <numerusform>नया कोड %n सेकंड में</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>नया कोड लाया जा रहा है…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>नया कोड अपने आप आएगा।</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>साइन-आउट करें</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>मंज़ूरी मिली</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>आपका पेज खुल रहा है…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>फ़ोन पर मना किया गया</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>किसी का साइन-इन नहीं हुआ। नया कोड अभी आ जाएगा।</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>आप साइन-आउट हो गए हैं</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>इस स्क्रीन पर अब आपका कुछ नहीं है। अभी सर्वर से संपर्क नहीं हो रहा; सूचना पहुँचने तक यह स्क्रीन उसे बताती रहेगी।</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>इस स्क्रीन पर अब आपका कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>फिर मिलेंगे</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>आप साइन-आउट हो गए हैं।</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>समय पूरा हुआ</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>आपको साइन-आउट किया गया।</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>लॉक हो गया</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>आपको कहीं और से साइन-आउट किया गया।</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>%1 से इस स्क्रीन का साइन-इन सर्वर से संपर्क नहीं हुआ है। यह खुद कोशिश करती रहेगी।</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>%1 से साइन-इन सर्वर में दिक्कत है। यह स्क्रीन खुद कोशिश करती रहेगी।</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>साइन-आउट न करें तो सर्वर लौटते ही आपका पेज भी लौट आएगा।</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>जल्द ही फिर चालू</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>इसका सर्वर इसे स्वीकार नहीं कर रहा। कृपया इस स्क्रीन की देखरेख करने वाले को बताएँ।</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>यह स्क्रीन सेवा में नहीं है</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>अगली कोशिश %n सेकंड में</numerusform>
            <numerusform>अगली कोशिश %n सेकंड में</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>कोशिश हो रही है…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>अभी साइन-इन नहीं हो पा रहा है। यह स्क्रीन खुद कोशिश करती रहेगी।</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>अगली कोशिश अपने आप होगी।</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>जो सर्वर जवाब दे रहा है, वह वह नहीं है जिस पर यह स्क्रीन भरोसा करती है। कृपया इस स्क्रीन की देखरेख करने वाले को बताएँ।</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>फिर से शुरू करें</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>एक फ़ोन ने कोड खोला है</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>अपने फ़ोन पर यह संख्या दबाएँ</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>आपका फ़ोन पूछेगा कि आपको कौन-सी संख्या दिख रही है।</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>आपका फ़ोन नहीं है?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>एक फ़ोन ने कोड खोला है। अपने फ़ोन पर संख्या %1 दबाएँ। आपका फ़ोन नहीं है? फिर से शुरू करें।</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>ऑपरेटर का PIN</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>गलत PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>बहुत ज़्यादा कोशिशें, %n सेकंड बाद फिर</numerusform>
            <numerusform>बहुत ज़्यादा कोशिशें, %n सेकंड बाद फिर</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n अंक</numerusform>
            <numerusform>%n अंक</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>फ़ोन से स्कैन करने का QR कोड</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>एन्क्रिप्टेड</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>एन्क्रिप्टेड नहीं</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>भरोसा करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>और सर्वर</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>सर्वर खोजे नहीं जा सकते</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>इस स्क्रीन का अभी कोई सर्वर नहीं है, और उसे खोजने वाली सेवा नहीं चल रही है।</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>avahi-daemon इंस्टॉल करके चालू करें, या kiosk.toml में “server” सेट करें।</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>साइन-इन सर्वर खोजा जा रहा है…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>इस स्क्रीन का अभी कोई सर्वर नहीं है। यह इस नेटवर्क पर अपनी घोषणा करने वाले सर्वर दिखाती है।</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>आपका सर्वर यहाँ नहीं है? kiosk.toml में “server” सेट करें।</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>इस स्क्रीन का सर्वर चुनें</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>सर्वर की जाँच हो रही है…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>इस सर्वर पर भरोसा करें?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>कनेक्शन एन्क्रिप्टेड है। इस फ़िंगरप्रिंट को सर्वर के लॉग वाले से मिलाएँ।</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>कनेक्शन एन्क्रिप्टेड नहीं है। तभी भरोसा करें जब नेटवर्क पर सभी पर भरोसा हो।</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>इससे सुरक्षित कनेक्शन नहीं बन सकता।</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>इसकी कुंजी वह नहीं है जिसकी यह घोषणा करता है। शायद कोई इसकी जगह पर है।</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>यह डिवाइस इसे याद नहीं रख सकता।</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>इस सर्वर पर भरोसा नहीं किया जा सकता</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>सर्वर से कोड माँगा जा रहा है …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>साइन-इन के लिए स्कैन करें: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>कैमरा नहीं है? %1 खोलें और %2 लिखें</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>एक फ़ोन ने कोड खोला है।</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>एक फ़ोन ने कोड खोला है। उस पर यह संख्या दबाएँ: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>आपका फ़ोन नहीं है? फिर से शुरू करने के लिए Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>मंज़ूरी मिली।</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>फ़ोन पर मना किया गया। किसी का साइन-इन नहीं हुआ। नया कोड आ रहा है।</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>नमस्ते, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>साइन-इन %1 से %2 तक। साइन-आउट के लिए Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>यहाँ साइन-आउट हो गया; सर्वर की पुष्टि बाकी है।</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>साइन-आउट हो रहा है …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>साइन-आउट हो गया। यहाँ आपका कुछ नहीं बचा है।</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>सर्वर से संपर्क नहीं: %1। फिर कोशिश हो रही है …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>सर्वर इस स्क्रीन को मना कर रहा है: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>यह वह सर्वर नहीं है जिस पर यह स्क्रीन भरोसा करती है: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>QR कोड: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>इसकी सेटिंग्स इस रूप में काम की नहीं हैं। कृपया इस स्क्रीन की देखरेख करने वाले को बताएँ।</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>कैमरा नहीं है? %1 खोलें और लिखें</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>स्वागत है</translation>
    </message>
</context>
</TS>
