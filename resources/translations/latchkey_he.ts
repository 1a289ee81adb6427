<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>ננעל מהטלפון</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>נדחה</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>נוסף טלפון</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>הוסר טלפון</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>מסך לא מוכר</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>הפעילות האחרונה שלך</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>עוד %n שנ׳</numerusform>
            <numerusform>עוד %n שנ׳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>עוד %n דק׳</numerusform>
            <numerusform>עוד %n דק׳</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>עוד %1 שע׳ %2 דק׳</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>ערב טוב,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>בוקר טוב,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>צהריים טובים,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>זו הפעם הראשונה</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>נעילה אוטומטית</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>הכניסה הקודמת שלך</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>אושר דרך</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>המסך הזה</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>נעילה</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>הנעילה שוחררה</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>מסיים את הכניסה ומסיר מהמסך הזה את כל מה ששלך.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>טלפון</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>ועוד %n</numerusform>
            <numerusform>ועוד %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>הלוח שלך פתוח. יש לנעול אותו בסיום.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>להישאר</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>עדיין כאן?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>המסך הזה יינעל בעוד %n שנ׳</numerusform>
            <numerusform>המסך הזה יינעל בעוד %n שנ׳</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>מסך %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>מסך לא מוכר</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>השעון של המסך הזה מקדים את שעון השרת ב-%n דק׳.</numerusform>
            <numerusform>השעון של המסך הזה מקדים את שעון השרת ב-%n דק׳.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>השעון של המסך הזה מפגר אחרי שעון השרת ב-%n דק׳.</numerusform>
            <numerusform>השעון של המסך הזה מפגר אחרי שעון השרת ב-%n דק׳.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>נא להודיע למי שאחראי עליו: צריך לכוון את השעה (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>תוכנית השייכת למסך הזה נכשלה. נא להודיע למי שאחראי עליו: מה שקרה כתוב ביומן שלו.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>שפות</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>שפה: %1</translation>
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
        <translation>פותחים את מצלמת הטלפון</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>מכוונים אותה לקוד</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>מאשרים בטלפון</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>סורקים ונכנסים</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>הטלפון שלך הוא המפתח.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>מקבלים קוד…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>כדאי להביט בטלפון</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>יש לקרוא מה שכתוב בו, ואז לאשר שם.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>בטלפון יופיע %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>קוד חדש בעוד %n שנ׳</numerusform>
            <numerusform>קוד חדש בעוד %n שנ׳</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>מקבלים קוד חדש…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>קוד חדש יופיע מעצמו.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>אושר</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>פותחים את הלוח שלך…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>נדחה בטלפון</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>איש לא נכנס. קוד חדש יופיע בעוד רגע.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>היציאה הושלמה</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>המסך הזה כבר לא מציג שום דבר שלך. אין כרגע קשר עם השרת; המסך ימשיך להודיע לו עד שההודעה תגיע.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>המסך הזה כבר לא מציג שום דבר שלך.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>להתראות</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>היציאה הושלמה.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>הזמן הסתיים</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>בוצעה יציאה.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>נעול</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>בוצעה יציאה ממקום אחר.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>למסך הזה אין קשר עם שרת הכניסה מאז %1. הוא ממשיך לנסות מעצמו.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>בשרת הכניסה יש בעיה מאז %1. המסך הזה ממשיך לנסות מעצמו.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>הלוח שלך יחזור ברגע שהשרת יחזור, אלא אם תתבצע יציאה.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>מיד נשוב</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>השרת שלו לא מקבל אותו. נא להודיע למי שאחראי על המסך הזה.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>המסך הזה אינו בשירות</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>ניסיון נוסף בעוד %n שנ׳</numerusform>
            <numerusform>ניסיון נוסף בעוד %n שנ׳</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>מנסים עכשיו…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>הכניסה אינה פועלת כרגע. המסך הזה ממשיך לנסות מעצמו.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>הניסיון הבא יגיע מעצמו.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>השרת שעונה אינו השרת שהמסך הזה נותן בו אמון. נא להודיע למי שאחראי על המסך הזה.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>להתחיל מחדש</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>טלפון פתח את הקוד</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>יש להקיש בטלפון על המספר הזה</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>הטלפון שואל איזה מספר מופיע כאן.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>לא הטלפון שלך?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>טלפון פתח את הקוד. יש להקיש בטלפון על המספר %1. לא הטלפון שלך? אפשר להתחיל מחדש.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>קוד PIN של המפעיל</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>אישור</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>קוד PIN שגוי</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>יותר מדי ניסיונות, שוב בעוד %n שנ׳</numerusform>
            <numerusform>יותר מדי ניסיונות, שוב בעוד %n שנ׳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n ספרה</numerusform>
            <numerusform>%n ספרות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>קוד QR לסריקה בטלפון</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>מוצפן</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>לא מוצפן</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>לתת אמון</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>שרתים נוספים</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>אי אפשר לחפש שרתים</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>למסך הזה אין עדיין שרת, והשירות שימצא אותו אינו פועל.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>יש להתקין ולהפעיל את avahi-daemon, או להגדיר „server” ב־kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>מחפש שרת כניסה…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>למסך הזה אין עדיין שרת. הוא מציג את השרתים שמכריזים על עצמם ברשת הזו.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>השרת שלך לא כאן? יש להגדיר „server” ב־kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>בחירת השרת של המסך הזה</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>בודק את השרת…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>לתת אמון בשרת הזה?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>החיבור מוצפן. יש להשוות את טביעת האצבע הזו לזו שביומן השרת.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>החיבור אינו מוצפן. יש לתת בו אמון רק אם כל מי שברשת ראוי לאמון.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>אי אפשר ליצור איתו חיבור מאובטח.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>המפתח שלו אינו זה שהוא מכריז עליו. ייתכן שמישהו תפס את מקומו.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>המכשיר הזה אינו יכול לזכור אותו.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>אי אפשר לתת אמון בשרת הזה</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>מבקשים קוד מהשרת …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>סורקים ונכנסים: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>אין מצלמה? יש לפתוח את %1 ולהקליד %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>טלפון פתח את הקוד.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>טלפון פתח את הקוד. יש להקיש בו על המספר הזה: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>לא הטלפון שלך? יש להקיש Enter כדי להתחיל מחדש.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>אושר.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>נדחה בטלפון. איש לא נכנס. מיד יופיע קוד חדש.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>שלום, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>הכניסה פתוחה מאז %1, עד %2. ליציאה יש להקיש Enter.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>היציאה בוצעה כאן; השרת עוד צריך לאשר.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>יוצאים …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>היציאה הושלמה. לא נשאר כאן שום דבר שלך.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>אין קשר עם השרת: %1. מנסים שוב …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>השרת דוחה את המסך הזה: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>זה לא השרת שהמסך הזה נותן בו אמון: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>קוד QR: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>אי אפשר להשתמש בהגדרות שלו כפי שהן. נא להודיע למי שאחראי על המסך הזה.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>אין מצלמה? יש לפתוח את %1 ולהקליד</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>שלום</translation>
    </message>
</context>
</TS>
