<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Bloqueada por teléfono</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Teléfono añadido</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Teléfono quitado</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Pantalla desconocida</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Su actividad reciente</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Queda %n s</numerusform>
            <numerusform>Quedan %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Queda %n min</numerusform>
            <numerusform>Quedan %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Quedan %1 h %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Buenas noches,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Buenos días,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Buenas tardes,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Esta es la primera vez</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Su último acceso</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Confirmado con</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Esta pantalla</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueada</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Cierra su sesión y quita de esta pantalla todo lo suyo.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Un teléfono</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Y %n más</numerusform>
            <numerusform>Y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Su panel está abierto. Bloquéelo cuando termine.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Esta pantalla se bloquea en %n s</numerusform>
            <numerusform>Esta pantalla se bloquea en %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Pantalla %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Pantalla desconocida</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>El reloj de esta pantalla va %n min por delante del de su servidor.</numerusform>
            <numerusform>El reloj de esta pantalla va %n min por delante del de su servidor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>El reloj de esta pantalla va %n min por detrás del de su servidor.</numerusform>
            <numerusform>El reloj de esta pantalla va %n min por detrás del de su servidor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Avise a quien se encargue de ella: hay que ajustar la hora (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Ha fallado un programa de esta pantalla. Avise a quien se encargue de ella: lo ocurrido está en su registro.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Idioma: %1</translation>
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
        <translation>Abra la cámara de su teléfono</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Apúntela al código</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Confirme en su teléfono</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Escanee para entrar</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Su teléfono es la llave.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Obteniendo un código…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Mire su teléfono</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Lea lo que muestra y confirme allí.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Su teléfono mostrará %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Código nuevo en %n s</numerusform>
            <numerusform>Código nuevo en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Obteniendo un código nuevo…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Un código nuevo llega por sí solo.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Abriendo su panel…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Rechazado en el teléfono</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Nadie ha iniciado sesión. En un momento saldrá otro código.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Esta pantalla ya no muestra nada suyo. Ahora no se puede conectar con el servidor; la pantalla insistirá hasta que el aviso le llegue.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Esta pantalla ya no muestra nada suyo.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Hasta luego</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Su sesión está cerrada.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Tiempo agotado</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Se ha cerrado su sesión.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Su sesión se ha cerrado desde otro lugar.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Esta pantalla no conecta con su servidor de acceso (desde: %1). Lo sigue intentando por sí sola.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>El servidor de acceso tiene problemas (desde: %1). Esta pantalla lo sigue intentando por sí sola.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Su panel volverá con el servidor, salvo que cierre sesión.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Volvemos enseguida</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Su servidor no la acepta. Avise a quien se encargue de esta pantalla.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Esta pantalla está fuera de servicio</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Próximo intento en %n s</numerusform>
            <numerusform>Próximo intento en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Intentándolo…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>El acceso no funciona en este momento. Esta pantalla lo sigue intentando por sí sola.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>El próximo intento llega por sí solo.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>El servidor que responde no es el que esta pantalla considera de confianza. Avise a quien se encargue de ella.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Un teléfono ha abierto el código</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Toque este número en su teléfono</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Su teléfono le pregunta qué número ve.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>¿No es su teléfono?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Un teléfono ha abierto el código. Toque el número %1 en su teléfono. ¿No es su teléfono? Empiece de nuevo.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>PIN del operador</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN incorrecto</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Demasiados intentos, de nuevo en %n s</numerusform>
            <numerusform>Demasiados intentos, de nuevo en %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n dígito</numerusform>
            <numerusform>%n dígitos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>Código QR para escanear con un teléfono</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Sin cifrar</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Confiar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Más servidores</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>No se pueden buscar servidores</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Esta pantalla aún no tiene servidor, y el servicio que lo encontraría no está en marcha.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Instale e inicie avahi-daemon, o indique «server» en kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Buscando un servidor de acceso…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Esta pantalla aún no tiene servidor. Muestra los que se anuncian en esta red.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>¿No está el suyo? Indique «server» en kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Elija el servidor de esta pantalla</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Comprobando el servidor…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>¿Confiar en este servidor?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>La conexión está cifrada. Compare esta huella con la del registro del servidor.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>La conexión no está cifrada. Acéptela solo si confía en todos los que usan la red.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>No es posible una conexión segura con él.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>Su clave no es la que anuncia. Puede que alguien ocupe su lugar.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Este equipo no puede recordarlo.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Este servidor no es de confianza</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Pidiendo un código al servidor…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Escanee para entrar: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>¿Sin cámara? Abra %1 y escriba %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Un teléfono ha abierto el código.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Un teléfono ha abierto el código. Toque en él este número: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>¿No es su teléfono? Pulse Intro para empezar de nuevo.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Confirmado.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Rechazado en el teléfono. Nadie ha iniciado sesión. Sigue un código nuevo.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Hola, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Sesión iniciada a las %1, hasta las %2. Pulse Intro para cerrarla.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Sesión cerrada aquí; falta que el servidor lo confirme.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Cerrando sesión…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Sesión cerrada. Aquí no queda nada suyo.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>No se puede conectar con el servidor: %1. Reintentando…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>El servidor rechaza esta pantalla: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Este no es el servidor de confianza de esta pantalla: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>Código QR: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Su configuración no se puede usar tal como está. Avise a quien se encargue de esta pantalla.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>¿Sin cámara? Abra %1 y escriba</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
</context>
</TS>
