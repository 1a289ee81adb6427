<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Zalogowano</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Wylogowano</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Zablokowano telefonem</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Odmowa</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Dodano telefon</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Usunięto telefon</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Nieznany ekran</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Twoja ostatnia aktywność</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Jeszcze %n s</numerusform>
            <numerusform>Jeszcze %n s</numerusform>
            <numerusform>Jeszcze %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Jeszcze %n min</numerusform>
            <numerusform>Jeszcze %n min</numerusform>
            <numerusform>Jeszcze %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Jeszcze %1 godz. %2 min</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Dobry wieczór,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Dzień dobry,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Dzień dobry,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>To pierwszy raz</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Zablokuje się sam</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Ostatnie logowanie</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Potwierdzono przez</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Ten ekran</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Zablokuj</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Odblokowano</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Wylogowuje Cię i usuwa z tego ekranu wszystko, co Twoje.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Telefon</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>I jeszcze %n</numerusform>
            <numerusform>I jeszcze %n</numerusform>
            <numerusform>I jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Twój pulpit jest otwarty. Zablokuj go, gdy skończysz.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Zostań</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Jesteś tu nadal?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Ekran zablokuje się za %n s</numerusform>
            <numerusform>Ekran zablokuje się za %n s</numerusform>
            <numerusform>Ekran zablokuje się za %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Ekran %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Nieznany ekran</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>Zegar tego ekranu spieszy się o %n min względem serwera.</numerusform>
            <numerusform>Zegar tego ekranu spieszy się o %n min względem serwera.</numerusform>
            <numerusform>Zegar tego ekranu spieszy się o %n min względem serwera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>Zegar tego ekranu spóźnia się o %n min względem serwera.</numerusform>
            <numerusform>Zegar tego ekranu spóźnia się o %n min względem serwera.</numerusform>
            <numerusform>Zegar tego ekranu spóźnia się o %n min względem serwera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Prosimy powiadomić opiekuna ekranu: trzeba ustawić czas (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Program należący do tego ekranu zawiódł. Prosimy powiadomić opiekuna ekranu: przebieg jest w dzienniku.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Języki</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Język: %1</translation>
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
        <translation>Otwórz aparat w telefonie</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Skieruj go na kod</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Potwierdź w telefonie</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Zeskanuj i zaloguj się</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Twój telefon to klucz.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Pobieram kod…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Spójrz na telefon</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Przeczytaj, co pokazuje, i tam potwierdź.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Twój telefon pokaże %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Nowy kod za %n s</numerusform>
            <numerusform>Nowy kod za %n s</numerusform>
            <numerusform>Nowy kod za %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Pobieram nowy kod…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Nowy kod pojawi się sam.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Wyloguj się</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Potwierdzono</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Otwieram Twój pulpit…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Odrzucono w telefonie</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Nikt nie został zalogowany. Za chwilę pojawi się nowy kod.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Wylogowano</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Ten ekran nie pokazuje już nic Twojego. Nie można teraz połączyć się z serwerem; ekran będzie to zgłaszać aż do skutku.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Ten ekran nie pokazuje już nic Twojego.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Do widzenia</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sesja jest zamknięta.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Czas minął</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Wylogowano Cię.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Zablokowano</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Wylogowano Cię z innego miejsca.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Ten ekran nie może połączyć się z serwerem logowania od %1. Sam próbuje dalej.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>Serwer logowania ma problemy od %1. Ten ekran sam próbuje dalej.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Twój pulpit wróci razem z serwerem, chyba że się wylogujesz.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Zaraz wracamy</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Serwer go nie przyjmuje. Prosimy powiadomić opiekuna tego ekranu.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Ten ekran jest nieczynny</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Następna próba za %n s</numerusform>
            <numerusform>Następna próba za %n s</numerusform>
            <numerusform>Następna próba za %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Próbuję teraz…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>Logowanie chwilowo nie działa. Ten ekran sam próbuje dalej.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>Następna próba nastąpi sama.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>Serwer, który odpowiada, nie jest tym, któremu ufa ten ekran. Prosimy powiadomić jego opiekuna.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Telefon otworzył kod</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Dotknij tej liczby w telefonie</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Telefon pyta, jaką liczbę widzisz.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>To nie Twój telefon?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Telefon otworzył kod. Dotknij liczby %1 w telefonie. To nie Twój telefon? Zacznij od nowa.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>PIN operatora</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Błędny PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Zbyt wiele prób, znów za %n s</numerusform>
            <numerusform>Zbyt wiele prób, znów za %n s</numerusform>
            <numerusform>Zbyt wiele prób, znów za %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n cyfra</numerusform>
            <numerusform>%n cyfry</numerusform>
            <numerusform>%n cyfr</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>Kod QR do zeskanowania telefonem</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Szyfrowane</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nieszyfrowane</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Zaufaj</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Więcej serwerów</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Nie można szukać serwerów</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Ten ekran nie ma jeszcze serwera, a usługa, która by go znalazła, nie działa.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Zainstaluj i uruchom avahi-daemon albo ustaw „server” w kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Szukanie serwera logowania…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Ten ekran nie ma jeszcze serwera. Pokazuje te, które ogłaszają się w tej sieci.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Nie ma Twojego? Ustaw „server” w kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Wybierz serwer tego ekranu</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Sprawdzanie serwera…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Zaufać temu serwerowi?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>Połączenie jest szyfrowane. Porównaj ten odcisk z odciskiem w dzienniku serwera.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>Połączenie nie jest szyfrowane. Zaufaj mu tylko tam, gdzie ufasz wszystkim w sieci.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Nie da się z nim bezpiecznie połączyć.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>Jego klucz nie jest tym, który ogłasza. Ktoś mógł zająć jego miejsce.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>To urządzenie nie może go zapamiętać.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Temu serwerowi nie można ufać</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Proszę serwer o kod…</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Zeskanuj i zaloguj się: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Brak aparatu? Otwórz %1 i wpisz %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Telefon otworzył kod.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Telefon otworzył kod. Dotknij w nim tej liczby: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>To nie Twój telefon? Naciśnij Enter, aby zacząć od nowa.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Potwierdzono.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Odrzucono w telefonie. Nikt nie został zalogowany. Zaraz będzie nowy kod.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Witamy! %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Zalogowano od %1 do %2. Naciśnij Enter, aby się wylogować.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Wylogowano tutaj; serwer musi to jeszcze potwierdzić.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Wylogowuję…</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Wylogowano. Nie zostało tu nic Twojego.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>Serwer jest nieosiągalny: %1. Próbuję ponownie…</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>Serwer odrzuca ten ekran: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>To nie jest serwer, któremu ufa ten ekran: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>Kod QR: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Jego ustawień nie można użyć w obecnej postaci. Prosimy powiadomić opiekuna tego ekranu.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Brak aparatu? Otwórz %1 i wpisz</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Witamy</translation>
    </message>
</context>
</TS>
