<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Verrouillé par téléphone</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Téléphone ajouté</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Téléphone retiré</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Écran inconnu</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Votre activité récente</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Encore %n s</numerusform>
            <numerusform>Encore %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Encore %n min</numerusform>
            <numerusform>Encore %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Encore %1 h %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Bonsoir,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>C’est la première fois</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Verrouillage auto</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Dernière connexion</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Confirmé avec</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Cet écran</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Déverrouillé</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Ferme votre session et retire de cet écran tout ce qui est à vous.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Un téléphone</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Et %n autre</numerusform>
            <numerusform>Et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Votre espace est ouvert. Verrouillez-le quand vous avez terminé.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Toujours là&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Cet écran se verrouille dans %n s</numerusform>
            <numerusform>Cet écran se verrouille dans %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Écran %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Écran inconnu</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>L’horloge de cet écran avance de %n min sur celle du serveur.</numerusform>
            <numerusform>L’horloge de cet écran avance de %n min sur celle du serveur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>L’horloge de cet écran retarde de %n min sur celle du serveur.</numerusform>
            <numerusform>L’horloge de cet écran retarde de %n min sur celle du serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Merci de prévenir la personne qui s’en occupe&#xa0;: il faut régler l’heure (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Un programme lié à cet écran a échoué. Merci de prévenir la personne qui s’en occupe&#xa0;: son journal dit ce qui s’est passé.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Langue&#xa0;: %1</translation>
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
        <translation>Ouvrez l’appareil photo du téléphone</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Pointez-le vers le code</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Confirmez sur le téléphone</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Scannez pour entrer</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Votre téléphone est la clé.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Code en préparation…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Regardez le téléphone</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Lisez ce qu’il affiche, puis confirmez.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Votre téléphone affichera %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Nouveau code dans %n s</numerusform>
            <numerusform>Nouveau code dans %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Nouveau code en préparation…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Un nouveau code arrive tout seul.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Ouverture de votre espace…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Refusé sur le téléphone</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Personne n’a été connecté. Un nouveau code arrive dans un instant.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Session fermée</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Cet écran n’affiche plus rien de vous. Le serveur est injoignable pour l’instant&#xa0;; l’écran insistera jusqu’à ce que l’avis lui parvienne.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Cet écran n’affiche plus rien de vous.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Au revoir</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Votre session est fermée.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Temps écoulé</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Votre session a été fermée.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Votre session a été fermée à distance.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Cet écran ne joint plus son serveur de connexion depuis %1. Il continue d’essayer tout seul.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>Le serveur de connexion a des problèmes depuis %1. Cet écran continue d’essayer tout seul.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Votre espace reviendra avec le serveur, sauf si vous vous déconnectez.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Bientôt de retour</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Son serveur ne l’accepte pas. Merci de prévenir la personne qui s’occupe de cet écran.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Cet écran est hors service</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Prochain essai dans %n s</numerusform>
            <numerusform>Prochain essai dans %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Nouvel essai…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>La connexion ne fonctionne pas pour l’instant. Cet écran continue d’essayer tout seul.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>Le prochain essai se fait tout seul.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>Le serveur qui répond n’est pas celui auquel cet écran fait confiance. Merci de prévenir la personne qui s’en occupe.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Un téléphone a ouvert le code</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Touchez ce nombre sur le téléphone</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Votre téléphone demande quel nombre vous voyez.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Pas votre téléphone&#xa0;?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Un téléphone a ouvert le code. Touchez le nombre %1 sur le téléphone. Pas votre téléphone&#xa0;? Recommencez.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>PIN de l’opérateur</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN incorrect</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Trop de tentatives, réessayez dans %n s</numerusform>
            <numerusform>Trop de tentatives, réessayez dans %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n chiffre</numerusform>
            <numerusform>%n chiffres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>Code QR à scanner avec un téléphone</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Chiffré</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Non chiffré</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Faire confiance</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Autres serveurs</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Impossible de chercher des serveurs</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Cet écran n’a pas encore de serveur, et le service qui en trouverait un n’est pas actif.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Installez et démarrez avahi-daemon, ou indiquez « server » dans kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Recherche d’un serveur de connexion…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Cet écran n’a pas encore de serveur. Il affiche ceux qui s’annoncent sur ce réseau.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Le vôtre n’y est pas ? Indiquez « server » dans kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Choisissez le serveur de cet écran</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Vérification du serveur…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Faire confiance à ce serveur ?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>La connexion est chiffrée. Comparez cette empreinte à celle du journal du serveur.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>La connexion n’est pas chiffrée. N’acceptez que si tout le monde sur le réseau est digne de confiance.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Aucune connexion sécurisée n’est possible.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>Sa clé n’est pas celle qu’il annonce. Quelqu’un a peut-être pris sa place.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Cet appareil ne peut pas le mémoriser.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Ce serveur n’est pas fiable</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Demande d’un code au serveur…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Scannez pour entrer&#xa0;: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Pas d’appareil photo&#xa0;? Sur %1, saisissez %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Un téléphone a ouvert le code.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Un téléphone a ouvert le code. Touchez-y ce nombre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Pas votre téléphone&#xa0;? Appuyez sur Entrée pour recommencer.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Confirmé.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Refusé sur le téléphone. Personne n’a été connecté. Un nouveau code suit.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Bonjour, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Session ouverte depuis %1, jusqu’à %2. Appuyez sur Entrée pour vous déconnecter.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Session fermée ici&#xa0;; le serveur doit encore confirmer.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Déconnexion…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Session fermée. Rien de ce qui est à vous ne reste ici.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>Le serveur est injoignable&#xa0;: %1. Nouvel essai…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>Le serveur refuse cet écran&#xa0;: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Ce n’est pas le serveur auquel cet écran fait confiance : %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>Code QR&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Ses réglages ne sont pas utilisables en l’état. Merci de prévenir la personne qui s’occupe de cet écran.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Pas d’appareil photo&#xa0;? Sur %1, saisissez</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
</context>
</TS>
