<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>تم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>قُفلت من الهاتف</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>أُضيف هاتف</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>أُزيل هاتف</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>شاشة غير معروفة</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>نشاطك الأخير</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقائق</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>بقيت %1 س و%2 د</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>مساء الخير،</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>صباح الخير،</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>مساء الخير،</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>هذه أول مرة</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>القفل التلقائي</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>آخر دخول لك</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>الموافقة من</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>هذه الشاشة</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>تم فتح القفل</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>يسجّل خروجك ويزيل كل ما يخصك من هذه الشاشة.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>هاتف</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>لوحتك مفتوحة. اقفلها عندما تنتهي.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>أما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>تُقفل هذه الشاشة بعد %n ثانية</numerusform>
            <numerusform>تُقفل هذه الشاشة بعد %n ثانية</numerusform>
            <numerusform>تُقفل هذه الشاشة بعد %n ثانية</numerusform>
            <numerusform>تُقفل هذه الشاشة بعد %n ثوانٍ</numerusform>
            <numerusform>تُقفل هذه الشاشة بعد %n ثانية</numerusform>
            <numerusform>تُقفل هذه الشاشة بعد %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>الشاشة %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>شاشة غير معروفة</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>ساعة هذه الشاشة متقدمة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متقدمة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متقدمة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متقدمة %n دقائق عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متقدمة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متقدمة %n دقيقة عن ساعة خادمها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>ساعة هذه الشاشة متأخرة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متأخرة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متأخرة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متأخرة %n دقائق عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متأخرة %n دقيقة عن ساعة خادمها.</numerusform>
            <numerusform>ساعة هذه الشاشة متأخرة %n دقيقة عن ساعة خادمها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>يُرجى إخبار المسؤول عنها: يجب ضبط الوقت (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>تعطّل برنامج تابع لهذه الشاشة. يُرجى إخبار المسؤول عنها: ما حدث مدوَّن في سجلها.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>اللغة: %1</translation>
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
        <translation>افتح كاميرا هاتفك</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>وجّهها نحو الرمز</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>وافق على هاتفك</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>امسح لتسجيل الدخول</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>هاتفك هو المفتاح.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>جارٍ جلب رمز…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>انظر إلى هاتفك</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>اقرأ ما يظهر عليه، ثم وافق هناك.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>سيعرض هاتفك %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>رمز جديد بعد %n ثانية</numerusform>
            <numerusform>رمز جديد بعد %n ثانية</numerusform>
            <numerusform>رمز جديد بعد %n ثانية</numerusform>
            <numerusform>رمز جديد بعد %n ثوانٍ</numerusform>
            <numerusform>رمز جديد بعد %n ثانية</numerusform>
            <numerusform>رمز جديد بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>جارٍ جلب رمز جديد…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>يظهر رمز جديد من تلقاء نفسه.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>جارٍ فتح لوحتك…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>تم الرفض على الهاتف</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>لم يسجّل أحد الدخول. سيظهر رمز جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>تم تسجيل خروجك</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>لم تعد هذه الشاشة تعرض شيئًا يخصك. يتعذر الوصول إلى الخادم الآن؛ ستواصل الشاشة إبلاغه حتى يصله ذلك.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>لم تعد هذه الشاشة تعرض شيئًا يخصك.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>مع السلامة</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>تم تسجيل خروجك.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>انتهت المدة</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>جرى تسجيل خروجك.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>تم القفل</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>جرى تسجيل خروجك من مكان آخر.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>لم تتمكن هذه الشاشة من الوصول إلى خادم الدخول منذ %1. وهي تواصل المحاولة بنفسها.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>يواجه خادم الدخول مشكلة منذ %1. تواصل هذه الشاشة المحاولة بنفسها.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>ستعود لوحتك فور عودة الخادم، ما لم تسجّل الخروج.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>نعود بعد لحظات</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>خادمها لا يقبلها. يُرجى إخبار المسؤول عن هذه الشاشة.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>هذه الشاشة خارج الخدمة</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>محاولة أخرى بعد %n ثانية</numerusform>
            <numerusform>محاولة أخرى بعد %n ثانية</numerusform>
            <numerusform>محاولة أخرى بعد %n ثانية</numerusform>
            <numerusform>محاولة أخرى بعد %n ثوانٍ</numerusform>
            <numerusform>محاولة أخرى بعد %n ثانية</numerusform>
            <numerusform>محاولة أخرى بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>جارٍ المحاولة…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>تسجيل الدخول لا يعمل حاليًا. تواصل هذه الشاشة المحاولة بنفسها.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>تأتي المحاولة التالية من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>الخادم الذي يجيب ليس هو الخادم الذي تثق به هذه الشاشة. يُرجى إخبار المسؤول عنها.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>فتح هاتفٌ الرمز</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>اضغط هذا الرقم على هاتفك</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>يسألك هاتفك عن الرقم الذي تراه.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>ليس هاتفك؟</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>فتح هاتفٌ الرمز. اضغط الرقم %1 على هاتفك. ليس هاتفك؟ ابدأ من جديد.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>رمز PIN للمشغّل</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>رمز PIN خاطئ</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>محاولات كثيرة جدًا، حاول بعد %n ثانية</numerusform>
            <numerusform>محاولات كثيرة جدًا، حاول بعد %n ثانية</numerusform>
            <numerusform>محاولات كثيرة جدًا، حاول بعد %n ثانية</numerusform>
            <numerusform>محاولات كثيرة جدًا، حاول بعد %n ثوانٍ</numerusform>
            <numerusform>محاولات كثيرة جدًا، حاول بعد %n ثانية</numerusform>
            <numerusform>محاولات كثيرة جدًا، حاول بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n رقم</numerusform>
            <numerusform>%n رقم</numerusform>
            <numerusform>%n رقم</numerusform>
            <numerusform>%n أرقام</numerusform>
            <numerusform>%n رقمًا</numerusform>
            <numerusform>%n رقم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>رمز QR لمسحه بالهاتف</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>مشفّر</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>غير مشفّر</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>ثقة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>خوادم أخرى</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>لا يمكن البحث عن الخوادم</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>ليس لهذه الشاشة خادم بعد، والخدمة التي تجده لا تعمل.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>ثبّت avahi-daemon وشغّله، أو اضبط «server» في kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>جارٍ البحث عن خادم لتسجيل الدخول…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>ليس لهذه الشاشة خادم بعد. تعرض الخوادم التي تعلن عن نفسها على هذه الشبكة.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>خادمك ليس هنا؟ اضبط «server» في kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>اختر خادم هذه الشاشة</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>جارٍ فحص الخادم…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>هل تثق بهذا الخادم؟</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>الاتصال مشفّر. قارن هذه البصمة بالبصمة الموجودة في سجل الخادم.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>الاتصال غير مشفّر. لا تثق به إلا إذا كنت تثق بكل من على الشبكة.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>لا يمكن إنشاء اتصال آمن به.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>مفتاحه ليس المفتاح الذي يعلنه. ربما حلّ أحد مكانه.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>لا يستطيع هذا الجهاز تذكّره.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>لا يمكن الوثوق بهذا الخادم</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>جارٍ طلب رمز من الخادم …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>امسح لتسجيل الدخول: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>لا توجد كاميرا؟ افتح %1 واكتب %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>فتح هاتفٌ الرمز.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>فتح هاتفٌ الرمز. اضغط عليه هذا الرقم: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>ليس هاتفك؟ اضغط Enter للبدء من جديد.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>تمت الموافقة.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>تم الرفض على الهاتف. لم يسجّل أحد الدخول. سيظهر رمز جديد.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>مرحبًا، %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>الدخول منذ %1 وحتى %2. اضغط Enter لتسجيل الخروج.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>تم تسجيل الخروج هنا؛ وبقي تأكيد الخادم.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>جارٍ تسجيل الخروج …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>تم تسجيل الخروج. لم يبقَ هنا شيء يخصك.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>يتعذر الوصول إلى الخادم: %1. جارٍ المحاولة مجددًا …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>الخادم يرفض هذه الشاشة: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>هذا ليس الخادم الذي تثق به هذه الشاشة: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>رمز QR: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>لا يمكن استخدام إعداداتها بحالتها الحالية. يُرجى إخبار المسؤول عن هذه الشاشة.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>لا توجد كاميرا؟ افتح %1 واكتب</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>مرحبًا</translation>
    </message>
</context>
</TS>
