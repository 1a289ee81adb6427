<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Per Telefon gesperrt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Telefon hinzugefügt</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Telefon entfernt</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Unbekannter Bildschirm</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Ihre letzten Aktivitäten</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Noch %n s</numerusform>
            <numerusform>Noch %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Noch %n min</numerusform>
            <numerusform>Noch %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Noch %1 h %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Guten Abend,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Guten Morgen,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Guten Tag,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Dies ist das erste Mal</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Sperrt von selbst</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Ihre letzte Anmeldung</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Bestätigt mit</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Dieser Bildschirm</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Meldet Sie ab und entfernt alles Persönliche von diesem Bildschirm.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Ein Telefon</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Und noch %n</numerusform>
            <numerusform>Und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Ihre Übersicht ist offen. Sperren Sie, wenn Sie fertig sind.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Bildschirm wird in %n s gesperrt</numerusform>
            <numerusform>Bildschirm wird in %n s gesperrt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Bildschirm %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Unbekannter Bildschirm</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>Die Uhr dieses Bildschirms geht gegenüber dem Server %n min vor.</numerusform>
            <numerusform>Die Uhr dieses Bildschirms geht gegenüber dem Server %n min vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>Die Uhr dieses Bildschirms geht gegenüber dem Server %n min nach.</numerusform>
            <numerusform>Die Uhr dieses Bildschirms geht gegenüber dem Server %n min nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Bitte sagen Sie der zuständigen Person: Die Uhrzeit muss gestellt werden (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Ein Programm, das zu diesem Bildschirm gehört, ist gescheitert. Bitte sagen Sie es der zuständigen Person: Was geschehen ist, steht im Protokoll.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
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
        <translation>Öffnen Sie die Kamera am Telefon</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Richten Sie sie auf den Code</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Bestätigen Sie am Telefon</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Zum Anmelden scannen</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Ihr Telefon ist der Schlüssel.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Code wird geholt…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Weiter am Telefon</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Lesen Sie, was dort steht, und bestätigen Sie dann.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Ihr Telefon zeigt dann %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Neuer Code in %n s</numerusform>
            <numerusform>Neuer Code in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Neuer Code wird geholt…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Ein neuer Code kommt von selbst.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Ihre Übersicht wird geöffnet…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Am Telefon abgelehnt</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Niemand wurde angemeldet. Gleich kommt ein neuer Code.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Dieser Bildschirm zeigt nichts mehr von Ihnen. Der Server ist gerade nicht erreichbar; der Bildschirm meldet es ihm, bis es angekommen ist.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Dieser Bildschirm zeigt nichts mehr von Ihnen.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Auf Wiedersehen</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Sie wurden abgemeldet.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Sie wurden von anderer Stelle abgemeldet.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Dieser Bildschirm erreicht seinen Anmeldeserver seit %1 nicht. Er versucht es von selbst weiter.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>Der Anmeldeserver hat seit %1 Probleme. Dieser Bildschirm versucht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Ihre Übersicht kommt mit dem Server zurück, außer Sie melden sich ab.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Gleich wieder da</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Sein Server nimmt ihn nicht an. Bitte sagen Sie es der für ihn zuständigen Person.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Dieser Bildschirm ist außer Betrieb</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Nächster Versuch in %n s</numerusform>
            <numerusform>Nächster Versuch in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Neuer Versuch…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>Die Anmeldung geht gerade nicht. Dieser Bildschirm versucht es von selbst weiter.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>Der nächste Versuch kommt von selbst.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>Der Server, der antwortet, ist nicht der, dem dieser Bildschirm vertraut. Bitte sagen Sie es der für ihn zuständigen Person.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Ein Telefon hat den Code geöffnet</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Tippen Sie am Telefon auf diese Zahl</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Ihr Telefon fragt, welche Zahl Sie sehen.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Nicht Ihr Telefon?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Ein Telefon hat den Code geöffnet. Tippen Sie am Telefon auf die Zahl %1. Nicht Ihr Telefon? Dann beginnen Sie neu.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>Betreiber-PIN</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Falsche PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Zu viele Versuche, wieder in %n s</numerusform>
            <numerusform>Zu viele Versuche, wieder in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n Ziffer</numerusform>
            <numerusform>%n Ziffern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>QR-Code zum Scannen mit dem Telefon</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Unverschlüsselt</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Weitere Server</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Server können nicht gesucht werden</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Dieser Bildschirm hat noch keinen Server, und der Dienst, der einen fände, läuft nicht.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Installieren und starten Sie avahi-daemon, oder tragen Sie „server“ in kiosk.toml ein.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Anmeldeserver wird gesucht …</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Dieser Bildschirm hat noch keinen Server. Er zeigt die an, die sich in diesem Netz melden.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Fehlt Ihrer? Tragen Sie „server“ in kiosk.toml ein.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Server für diesen Bildschirm wählen</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Server wird geprüft …</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Diesem Server vertrauen?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>Die Verbindung ist verschlüsselt. Vergleichen Sie diesen Fingerabdruck mit dem im Protokoll des Servers.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>Die Verbindung ist nicht verschlüsselt. Vertrauen Sie ihr nur, wo Sie allen im Netz vertrauen.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Es kommt keine sichere Verbindung zu ihm zustande.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>Er hat nicht den Schlüssel, den er angibt. Vielleicht hat jemand seinen Platz eingenommen.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Dieses Gerät kann sich ihn nicht merken.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Diesem Server ist nicht zu trauen</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Der Server wird um einen Code gebeten…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Zum Anmelden scannen: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Keine Kamera? %1 öffnen und %2 eingeben</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Ein Telefon hat den Code geöffnet.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Ein Telefon hat den Code geöffnet. Tippen Sie dort auf diese Zahl: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Nicht Ihr Telefon? Mit der Eingabetaste beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Bestätigt.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Am Telefon abgelehnt. Niemand wurde angemeldet. Ein neuer Code folgt.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Willkommen, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Angemeldet seit %1, bis %2. Zum Abmelden die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Hier abgemeldet; der Server muss es noch bestätigen.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Abmeldung läuft…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Abgemeldet. Hier ist nichts mehr von Ihnen.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>Der Server ist nicht erreichbar: %1. Neuer Versuch…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>Der Server weist diesen Bildschirm ab: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Das ist nicht der Server, dem dieser Bildschirm vertraut: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>QR-Code: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Seine Einstellungen sind so nicht brauchbar. Bitte sagen Sie es der für ihn zuständigen Person.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Keine Kamera? %1 öffnen und eingeben:</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
</TS>
