<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Ingelogd</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Uitgelogd</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Met telefoon vergrendeld</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Telefoon toegevoegd</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Telefoon verwijderd</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Onbekend scherm</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Uw recente activiteit</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Nog %n s</numerusform>
            <numerusform>Nog %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Nog %n min</numerusform>
            <numerusform>Nog %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Nog %1 u %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Goedenavond,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Goedemorgen,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Goedemiddag,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Dit is de eerste keer</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Vergrendelt vanzelf</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Laatst ingelogd</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Bevestigd met</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Dit scherm</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Ontgrendeld</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Logt u uit en haalt alles van u van dit scherm.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Een telefoon</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>En nog %n</numerusform>
            <numerusform>En nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Uw overzicht is open. Vergrendel het wanneer u klaar bent.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Bent u er nog?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Dit scherm vergrendelt over %n s</numerusform>
            <numerusform>Dit scherm vergrendelt over %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Scherm %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Onbekend scherm</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>De klok van dit scherm loopt %n min voor op die van de server.</numerusform>
            <numerusform>De klok van dit scherm loopt %n min voor op die van de server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>De klok van dit scherm loopt %n min achter op die van de server.</numerusform>
            <numerusform>De klok van dit scherm loopt %n min achter op die van de server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Meld het aan wie het beheert: de tijd moet worden ingesteld (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Een programma dat bij dit scherm hoort, is mislukt. Meld het aan wie het beheert: wat er gebeurd is, staat in het logboek.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Taal: %1</translation>
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
        <translation>Open de camera van uw telefoon</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Richt hem op de code</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Bevestig op uw telefoon</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Scan om in te loggen</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Uw telefoon is de sleutel.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Code wordt opgehaald…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Kijk op uw telefoon</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Lees wat er staat en bevestig daar.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Uw telefoon toont straks %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Nieuwe code over %n s</numerusform>
            <numerusform>Nieuwe code over %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Nieuwe code wordt opgehaald…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Een nieuwe code komt vanzelf.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Uitloggen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Uw overzicht wordt geopend…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Geweigerd op de telefoon</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Er is niemand ingelogd. Zo komt er een nieuwe code.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>U bent uitgelogd</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Dit scherm toont niets meer van u. De server is nu niet bereikbaar; het scherm blijft het melden tot het is aangekomen.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Dit scherm toont niets meer van u.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Tot ziens</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>U bent uitgelogd.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Uw tijd is om</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>U bent uitgelogd.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Vergrendeld</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>U bent op afstand uitgelogd.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Dit scherm bereikt zijn inlogserver niet sinds %1. Het blijft het vanzelf proberen.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>De inlogserver heeft problemen sinds %1. Dit scherm blijft het vanzelf proberen.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Uw overzicht komt terug zodra de server er weer is, tenzij u uitlogt.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Zo weer terug</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>De server accepteert het niet. Meld het aan wie dit scherm beheert.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Dit scherm is buiten gebruik</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Volgende poging over %n s</numerusform>
            <numerusform>Volgende poging over %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Nieuwe poging…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>Inloggen werkt op dit moment niet. Dit scherm blijft het vanzelf proberen.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>De volgende poging komt vanzelf.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>De server die antwoordt is niet de server die dit scherm vertrouwt. Meld het aan wie het beheert.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Begin opnieuw</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Een telefoon heeft de code geopend</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Tik op dit getal op uw telefoon</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Uw telefoon vraagt welk getal u ziet.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Niet uw telefoon?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Een telefoon heeft de code geopend. Tik op het getal %1 op uw telefoon. Niet uw telefoon? Begin opnieuw.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>Pincode beheerder</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Onjuiste pincode</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Te veel pogingen, weer over %n s</numerusform>
            <numerusform>Te veel pogingen, weer over %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n cijfer</numerusform>
            <numerusform>%n cijfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>QR-code om met een telefoon te scannen</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Versleuteld</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Niet versleuteld</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Vertrouwen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Meer servers</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Er kan niet naar servers worden gezocht</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Dit scherm heeft nog geen server, en de dienst die er een zou vinden draait niet.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Installeer en start avahi-daemon, of stel “server” in kiosk.toml in.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Aanmeldserver zoeken…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Dit scherm heeft nog geen server. Het toont de servers die zich op dit netwerk melden.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Staat de uwe er niet bij? Stel “server” in kiosk.toml in.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Kies de server van dit scherm</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Server controleren…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Deze server vertrouwen?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>De verbinding is versleuteld. Vergelijk deze vingerafdruk met die in het logboek van de server.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>De verbinding is niet versleuteld. Vertrouw haar alleen als u iedereen op het netwerk vertrouwt.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Er is geen veilige verbinding mogelijk.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>De sleutel is niet die hij aankondigt. Misschien heeft iemand zijn plaats ingenomen.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Dit apparaat kan hem niet onthouden.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Deze server is niet te vertrouwen</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Code wordt bij de server opgevraagd…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Scan om in te loggen: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Geen camera? Open %1 en typ %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Een telefoon heeft de code geopend.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Een telefoon heeft de code geopend. Tik daar op dit getal: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Niet uw telefoon? Druk op Enter om opnieuw te beginnen.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Bevestigd.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Geweigerd op de telefoon. Er is niemand ingelogd. Er volgt een nieuwe code.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Welkom, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Ingelogd sinds %1, tot %2. Druk op Enter om uit te loggen.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Hier uitgelogd; de server moet het nog bevestigen.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Uitloggen…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Uitgelogd. Hier staat niets meer van u.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>De server is niet bereikbaar: %1. Nieuwe poging…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>De server weigert dit scherm: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Dit is niet de server die dit scherm vertrouwt: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>QR-code: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>De instellingen zijn zo niet bruikbaar. Meld het aan wie dit scherm beheert.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Geen camera? Open %1 en typ</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
</context>
</TS>
