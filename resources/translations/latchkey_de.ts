<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::KioskWindow</name>
    <message>
        <source>Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::LoginView</name>
    <message>
        <source>Open the camera on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
