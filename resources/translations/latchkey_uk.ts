<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Вихід</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Заблоковано з телефона</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Відмовлено</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Телефон додано</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Телефон вилучено</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Невідомий екран</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Ваші останні дії</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>Ще %n с</numerusform>
            <numerusform>Ще %n с</numerusform>
            <numerusform>Ще %n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>Ще %n хв</numerusform>
            <numerusform>Ще %n хв</numerusform>
            <numerusform>Ще %n хв</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>Ще %1 год %2 хв</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>Добрий вечір,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Доброго ранку,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>Добрий день,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Ви тут уперше</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Автоблокування</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Ваш останній вхід</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Підтверджено з</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Цей екран</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокувати</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Розблоковано</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Завершує ваш сеанс і прибирає з цього екрана все ваше.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Телефон</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>І ще %n</numerusform>
            <numerusform>І ще %n</numerusform>
            <numerusform>І ще %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Вашу панель відкрито. Заблокуйте її, коли закінчите.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Лишитися</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Ви ще тут?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Екран заблокується за %n с</numerusform>
            <numerusform>Екран заблокується за %n с</numerusform>
            <numerusform>Екран заблокується за %n с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>Екран %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Невідомий екран</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>Годинник цього екрана випереджає серверний на %n хв.</numerusform>
            <numerusform>Годинник цього екрана випереджає серверний на %n хв.</numerusform>
            <numerusform>Годинник цього екрана випереджає серверний на %n хв.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>Годинник цього екрана відстає від серверного на %n хв.</numerusform>
            <numerusform>Годинник цього екрана відстає від серверного на %n хв.</numerusform>
            <numerusform>Годинник цього екрана відстає від серверного на %n хв.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Будь ласка, повідомте того, хто за ним доглядає: треба виставити час (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Програма цього екрана завершилася збоєм. Будь ласка, повідомте того, хто за ним доглядає: що сталося, записано в журналі.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Мови</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Мова: %1</translation>
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
        <translation>Відкрийте камеру телефона</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Наведіть її на код</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Підтвердьте на телефоні</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Скануйте, щоб увійти</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Ваш телефон — це ключ.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Отримуємо код…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Погляньте на телефон</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Прочитайте, що там написано, і підтвердьте.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Телефон покаже %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>Новий код за %n с</numerusform>
            <numerusform>Новий код за %n с</numerusform>
            <numerusform>Новий код за %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Отримуємо новий код…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Новий код з’явиться сам.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Підтверджено</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Відкриваємо вашу панель…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Відхилено на телефоні</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Ніхто не увійшов. За мить з’явиться новий код.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Ви вийшли</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>На цьому екрані більше немає нічого вашого. Сервер зараз недоступний; екран повідомлятиме його, доки той не відповість.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>На цьому екрані більше немає нічого вашого.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>До побачення</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Ви вийшли.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Час вийшов</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Ваш сеанс завершено.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заблоковано</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Ваш сеанс завершено з іншого місця.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Цей екран не має зв’язку із сервером входу з %1. Він сам пробує далі.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>Сервер входу має проблеми з %1. Цей екран сам пробує далі.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Ваша панель повернеться разом із сервером, якщо ви не вийдете.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Невдовзі повернемося</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Сервер його не приймає. Будь ласка, повідомте того, хто доглядає за цим екраном.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Цей екран не працює</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>Нова спроба за %n с</numerusform>
            <numerusform>Нова спроба за %n с</numerusform>
            <numerusform>Нова спроба за %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Пробуємо…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>Вхід зараз не працює. Цей екран сам пробує далі.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>Наступна спроба відбудеться сама.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>Сервер, що відповідає, — не той, якому довіряє цей екран. Будь ласка, повідомте того, хто за ним доглядає.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Почати знову</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Телефон відкрив код</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Торкніться цього числа на телефоні</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Телефон питає, яке число ви бачите.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Це не ваш телефон?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Телефон відкрив код. Торкніться числа %1 на своєму телефоні. Це не ваш телефон? Почніть знову.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>PIN-код оператора</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стерти</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Невірний PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Забагато спроб, знову за %n с</numerusform>
            <numerusform>Забагато спроб, знову за %n с</numerusform>
            <numerusform>Забагато спроб, знову за %n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n цифра</numerusform>
            <numerusform>%n цифри</numerusform>
            <numerusform>%n цифр</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>QR-код для сканування телефоном</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Зашифровано</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Не зашифровано</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Довіряти</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Інші сервери</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Неможливо шукати сервери</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Цей екран ще не має сервера, а служба, яка його знайшла б, не працює.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>Установіть і запустіть avahi-daemon або вкажіть «server» у kiosk.toml.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Пошук сервера входу…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Цей екран ще не має сервера. Він показує ті, що оголошують себе в цій мережі.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Вашого немає? Вкажіть «server» у kiosk.toml.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Виберіть сервер цього екрана</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Перевірка сервера…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Довіряти цьому серверу?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>З’єднання зашифроване. Порівняйте цей відбиток із відбитком у журналі сервера.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>З’єднання не зашифроване. Довіряйте йому лише там, де довіряєте всім у мережі.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Безпечне з’єднання з ним неможливе.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>Його ключ не той, який він оголошує. Можливо, хтось зайняв його місце.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Цей пристрій не може його запам’ятати.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Цьому серверу не можна довіряти</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Запитуємо код у сервера …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Скануйте, щоб увійти: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Немає камери? Відкрийте %1 і введіть %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Телефон відкрив код.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Телефон відкрив код. Торкніться на ньому цього числа: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Це не ваш телефон? Натисніть Enter, щоб почати знову.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Підтверджено.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Відхилено на телефоні. Ніхто не увійшов. Далі буде новий код.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Вітаємо, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Сеанс з %1 до %2. Натисніть Enter, щоб вийти.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Тут ви вийшли; сервер ще має підтвердити.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Виходимо …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Ви вийшли. Тут не лишилося нічого вашого.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>Сервер недоступний: %1. Пробуємо знову …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>Сервер не приймає цей екран: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Це не той сервер, якому довіряє цей екран: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>QR-код: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Його налаштування в такому вигляді непридатні. Будь ласка, повідомте того, хто доглядає за цим екраном.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Немає камери? Відкрийте %1 і введіть</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Вітаємо</translation>
    </message>
</context>
</TS>
