<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Accesso</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Uscita</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Bloccato dal telefono</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Respinto</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Telefono aggiunto</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Telefono rimosso</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Schermo sconosciuto</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>La tua attività recente</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Ancora %n s</numerusform>
            <numerusform>Ancora %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Ancora %n min</numerusform>
            <numerusform>Ancora %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Ancora %1 h %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Buonasera,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Buongiorno,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Buon pomeriggio,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Questa è la prima volta</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Blocco automatico</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Il tuo ultimo accesso</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Confermato con</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Questo schermo</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Blocca</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Sbloccato</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Chiude la tua sessione e toglie da questo schermo tutto ciò che è tuo.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Un telefono</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>E ancora %n</numerusform>
            <numerusform>E ancora %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Il tuo pannello è aperto. Bloccalo quando hai finito.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Resta</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Ci sei ancora?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Questo schermo si blocca tra %n s</numerusform>
            <numerusform>Questo schermo si blocca tra %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Schermo %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Schermo sconosciuto</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>L’orologio di questo schermo è %n min avanti rispetto al server.</numerusform>
            <numerusform>L’orologio di questo schermo è %n min avanti rispetto al server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>L’orologio di questo schermo è %n min indietro rispetto al server.</numerusform>
            <numerusform>L’orologio di questo schermo è %n min indietro rispetto al server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Avvisa chi se ne occupa: bisogna regolare l’ora (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Un programma di questo schermo non è riuscito. Avvisa chi se ne occupa: nel registro c’è scritto che cosa è successo.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Lingue</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Lingua: %1</translation>
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
        <translation>Apri la fotocamera del telefono</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Inquadra il codice</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Conferma sul telefono</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Inquadra per accedere</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Il tuo telefono è la chiave.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Chiedo un codice…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Guarda il telefono</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Leggi che cosa mostra, poi conferma lì.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Il tuo telefono mostrerà %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Nuovo codice tra %n s</numerusform>
            <numerusform>Nuovo codice tra %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Chiedo un nuovo codice…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Un nuovo codice arriva da solo.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Confermato</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Apro il tuo pannello…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Rifiutato sul telefono</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Nessuno ha effettuato l’accesso. Tra un momento arriva un nuovo codice.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sessione chiusa</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Questo schermo non mostra più nulla di tuo. Ora il server non è raggiungibile; lo schermo insiste finché l’avviso non arriva.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Questo schermo non mostra più nulla di tuo.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Arrivederci</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>La tua sessione è chiusa.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Tempo scaduto</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>La sessione è stata chiusa.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloccato</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>La tua sessione è stata chiusa a distanza.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Questo schermo non raggiunge il server di accesso (inizio: %1). Continua a provare da solo.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>Il server di accesso ha problemi (inizio: %1). Questo schermo continua a provare da solo.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Il tuo pannello torna insieme al server, a meno che tu non esca.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Torniamo subito</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Il suo server non lo accetta. Avvisa chi si occupa di questo schermo.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Questo schermo è fuori servizio</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Prossimo tentativo tra %n s</numerusform>
            <numerusform>Prossimo tentativo tra %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Riprovo ora…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>L’accesso al momento non funziona. Questo schermo continua a provare da solo.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>Il prossimo tentativo parte da solo.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>Il server che risponde non è quello di cui questo schermo si fida. Avvisa chi se ne occupa.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Ricomincia</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Un telefono ha aperto il codice</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Tocca questo numero sul telefono</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Il tuo telefono chiede quale numero vedi.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Non è il tuo telefono?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Un telefono ha aperto il codice. Tocca il numero %1 sul telefono. Non è il tuo telefono? Ricomincia.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>PIN dell’operatore</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN errato</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Troppi tentativi, di nuovo tra %n s</numerusform>
            <numerusform>Troppi tentativi, di nuovo tra %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n cifra</numerusform>
            <numerusform>%n cifre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>Codice QR da inquadrare con un telefono</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Cifrato</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Non cifrato</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Fidati</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Altri server</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Impossibile cercare i server</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Questo schermo non ha ancora un server e il servizio che lo troverebbe non è attivo.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Installa e avvia avahi-daemon, oppure imposta “server” in kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Ricerca di un server di accesso…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Questo schermo non ha ancora un server. Mostra quelli che si annunciano su questa rete.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Il tuo non c’è? Imposta “server” in kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Scegli il server di questo schermo</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Verifica del server…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Fidarsi di questo server?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>La connessione è cifrata. Confronta questa impronta con quella nel registro del server.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>La connessione non è cifrata. Accettala solo se ti fidi di tutti su questa rete.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Non è possibile una connessione sicura.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>La sua chiave non è quella annunciata. Qualcuno potrebbe aver preso il suo posto.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Questo dispositivo non può memorizzarlo.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Questo server non è affidabile</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Chiedo un codice al server…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Inquadra per accedere: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Niente fotocamera? Apri %1 e scrivi %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Un telefono ha aperto il codice.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Un telefono ha aperto il codice. Tocca lì questo numero: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Non è il tuo telefono? Premi Invio per ricominciare.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Confermato.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Rifiutato sul telefono. Nessuno ha effettuato l’accesso. Segue un nuovo codice.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Salve, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Sessione aperta dalle %1, fino alle %2. Premi Invio per uscire.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Sessione chiusa qui; il server deve ancora confermare.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Uscita in corso…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Sessione chiusa. Qui non resta nulla di tuo.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>Il server non è raggiungibile: %1. Riprovo…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>Il server rifiuta questo schermo: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Questo non è il server di cui questo schermo si fida: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>Codice QR: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Le sue impostazioni non sono utilizzabili così come sono. Avvisa chi si occupa di questo schermo.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Niente fotocamera? Apri %1 e scrivi</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Ti diamo il benvenuto</translation>
    </message>
</context>
</TS>
