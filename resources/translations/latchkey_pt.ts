<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Bloqueada por telefone</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Negado</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Telefone adicionado</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Telefone removido</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Tela desconhecida</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Sua atividade recente</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Falta %n s</numerusform>
            <numerusform>Faltam %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Falta %n min</numerusform>
            <numerusform>Faltam %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Faltam %1 h %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Boa noite,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Bom dia,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Boa tarde,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Esta é a primeira vez</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Bloqueio automático</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Sua última entrada</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Confirmado com</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Esta tela</translation>
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
        <translation>Encerra sua sessão e tira desta tela tudo o que é seu.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Um telefone</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>E mais %n</numerusform>
            <numerusform>E mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Seu painel está aberto. Bloqueie quando terminar.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Ainda está aí?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Esta tela será bloqueada em %n s</numerusform>
            <numerusform>Esta tela será bloqueada em %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Tela %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Tela desconhecida</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>O relógio desta tela está %n min adiantado em relação ao servidor.</numerusform>
            <numerusform>O relógio desta tela está %n min adiantado em relação ao servidor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>O relógio desta tela está %n min atrasado em relação ao servidor.</numerusform>
            <numerusform>O relógio desta tela está %n min atrasado em relação ao servidor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Avise quem cuida dela: é preciso acertar a hora (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Um programa desta tela falhou. Avise quem cuida dela: o que aconteceu está no registro.</translation>
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
        <translation>Abra a câmera do telefone</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Aponte-a para o código</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Confirme no telefone</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Leia o código e entre</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Seu telefone é a chave.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Obtendo um código…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Veja seu telefone</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Leia o que ele mostra e confirme lá.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Seu telefone mostrará %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Novo código em %n s</numerusform>
            <numerusform>Novo código em %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Obtendo um novo código…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Um novo código chega sozinho.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Abrindo seu painel…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Recusado no telefone</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Ninguém entrou. Um novo código aparece em instantes.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sessão encerrada</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Esta tela não mostra mais nada seu. O servidor está inacessível agora; a tela vai insistir até que o aviso chegue.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Esta tela não mostra mais nada seu.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Até logo</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sua sessão está encerrada.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Seu tempo acabou</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Sua sessão foi encerrada.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Sua sessão foi encerrada de outro lugar.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Esta tela não acessa o servidor de entrada desde %1. Ela continua tentando sozinha.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>O servidor de entrada está com problemas desde %1. Esta tela continua tentando sozinha.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Seu painel volta junto com o servidor, a menos que você saia.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Voltamos em instantes</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>O servidor não a aceita. Avise quem cuida desta tela.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Esta tela está fora de serviço</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Próxima tentativa em %n s</numerusform>
            <numerusform>Próxima tentativa em %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Tentando agora…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>A entrada não está funcionando no momento. Esta tela continua tentando sozinha.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>A próxima tentativa acontece sozinha.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>O servidor que responde não é aquele em que esta tela confia. Avise quem cuida dela.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Recomeçar</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Um telefone abriu o código</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Toque neste número no telefone</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Seu telefone pergunta que número você vê.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Não é seu telefone?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Um telefone abriu o código. Toque no número %1 no telefone. Não é seu telefone? Recomece.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>PIN do operador</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Apagar</translation>
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
        <translation>PIN incorreto</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Tentativas demais, de novo em %n s</numerusform>
            <numerusform>Tentativas demais, de novo em %n s</numerusform>
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
        <translation>Código QR para ler com um telefone</translation>
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
        <translation>Não cifrado</translation>
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
        <translation>Voltar</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Mais servidores</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Não é possível procurar servidores</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Este ecrã ainda não tem servidor, e o serviço que o encontraria não está a funcionar.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Instale e inicie o avahi-daemon, ou defina “server” em kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>À procura de um servidor…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Este ecrã ainda não tem servidor. Mostra os que se anunciam nesta rede.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>O seu não está aqui? Defina “server” em kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Escolha o servidor deste ecrã</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>A verificar o servidor…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Confiar neste servidor?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>A ligação está cifrada. Compare esta impressão digital com a do registo do servidor.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>A ligação não está cifrada. Aceite-a só se confiar em todos os que usam a rede.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Não é possível uma ligação segura a ele.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>A chave dele não é a que anuncia. Alguém pode estar no lugar dele.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Este equipamento não consegue memorizá-lo.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Este servidor não é de confiança</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Pedindo um código ao servidor…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Leia o código e entre: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Sem câmera? Abra %1 e digite %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Um telefone abriu o código.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Um telefone abriu o código. Toque lá neste número: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Não é seu telefone? Pressione Enter para recomeçar.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Confirmado.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Recusado no telefone. Ninguém entrou. Segue um novo código.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Olá, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Sessão aberta desde %1, até %2. Pressione Enter para sair.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Sessão encerrada aqui; falta o servidor confirmar.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Saindo…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Sessão encerrada. Nada seu ficou aqui.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>O servidor está inacessível: %1. Tentando de novo…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>O servidor recusa esta tela: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Este não é o servidor em que esta tela confia: %1</translation>
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
        <translation>A configuração não pode ser usada como está. Avise quem cuida desta tela.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Sem câmera? Abra %1 e digite</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
</context>
</TS>
