<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>Oturum açıldı</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Oturum kapatıldı</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>Telefondan kilitlendi</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>Telefon eklendi</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Telefon kaldırıldı</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>Tanınmayan ekran</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>Son etkinlikleriniz</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n sn kaldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n dk kaldı</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>%1 sa %2 dk kaldı</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>İyi akşamlar,</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>Günaydın,</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>İyi günler,</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>Bu ilk girişiniz</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>Otomatik kilit</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>Son oturumunuz</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>Onaylayan telefon</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Bu ekran</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kilitle</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Kilit açıldı</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>Oturumunuzu kapatır ve size ait her şeyi bu ekrandan kaldırır.</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>Bir telefon</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Ve %n tane daha</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>Paneliniz açık. İşiniz bitince kilitleyin.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>Devam et</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Orada mısınız?</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>Bu ekran %n sn sonra kilitlenecek</numerusform>
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
        <translation>Tanınmayan ekran</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>Bu ekranın saati, sunucunun saatinden %n dk ileri.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>Bu ekranın saati, sunucunun saatinden %n dk geri.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>Lütfen ekranın sorumlusuna bildirin: saatin ayarlanması gerekiyor (timedatectl).</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>Bu ekrana ait bir program başarısız oldu. Lütfen ekranın sorumlusuna bildirin: olanlar günlüğünde yazıyor.</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>Diller</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>Dil: %1</translation>
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
        <translation>Telefonunuzun kamerasını açın</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>Koda doğrultun</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>Telefonunuzda onaylayın</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>Giriş için okutun</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>Anahtar telefonunuzdur.</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>Kod alınıyor…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>Telefonunuza bakın</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>Yazanı okuyun, sonra orada onaylayın.</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>Telefonunuzda %1 görünecek</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>%n sn sonra yeni kod</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Yeni kod alınıyor…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>Yeni kod kendiliğinden gelir.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>Oturumu kapat</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Onaylandı</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>Paneliniz açılıyor…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Telefonda reddedildi</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>Kimse oturum açmadı. Birazdan yeni bir kod gelecek.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Oturumunuz kapandı</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>Bu ekranda artık size ait hiçbir şey yok. Sunucuya şu anda ulaşılamıyor; ekran, iletene kadar bildirmeyi sürdürecek.</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>Bu ekranda artık size ait hiçbir şey yok.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Hoşça kalın</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Oturumunuz kapandı.</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Süreniz doldu</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Oturumunuz kapatıldı.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Kilitlendi</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>Oturumunuz başka bir yerden kapatıldı.</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>Bu ekran %1 itibarıyla oturum sunucusuna ulaşamıyor. Kendiliğinden denemeyi sürdürüyor.</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>Oturum sunucusunda %1 itibarıyla sorun var. Bu ekran kendiliğinden denemeyi sürdürüyor.</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>Oturumu kapatmazsanız, sunucu dönünce paneliniz de geri gelir.</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Birazdan buradayız</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>Sunucusu onu kabul etmiyor. Lütfen bu ekranın sorumlusuna bildirin.</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>Bu ekran hizmet dışı</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>%n sn sonra yeni deneme</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Deneniyor…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>Oturum açma şu anda çalışmıyor. Bu ekran kendiliğinden denemeyi sürdürüyor.</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>Sonraki deneme kendiliğinden yapılır.</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>Yanıt veren sunucu, bu ekranın güvendiği sunucu değil. Lütfen bu ekranın sorumlusuna bildirin.</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>Baştan başla</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>Bir telefon kodu açtı</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>Telefonunuzda bu sayıya dokunun</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>Telefonunuz hangi sayıyı gördüğünüzü soruyor.</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>Telefon sizin değil mi?</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>Bir telefon kodu açtı. Telefonunuzda %1 sayısına dokunun. Telefon sizin değil mi? Baştan başlayın.</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>Operatör PIN’i</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Tamam</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Yanlış PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>Çok fazla deneme, %n sn sonra yeniden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n rakam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>Telefonla okutulacak QR kodu</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>Şifreli</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Şifresiz</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>Güven</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>Diğer sunucular</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>Sunucular aranamıyor</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>Bu ekranın henüz sunucusu yok ve onu bulacak hizmet çalışmıyor.</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>avahi-daemon’ı kurup başlatın ya da kiosk.toml içinde “server” ayarını girin.</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>Oturum açma sunucusu aranıyor…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>Bu ekranın henüz sunucusu yok. Bu ağda kendini duyuranları gösterir.</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>Sizinki yok mu? kiosk.toml içinde “server” ayarını girin.</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>Bu ekranın sunucusunu seçin</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>Sunucu denetleniyor…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Bu sunucuya güvenilsin mi?</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>Bağlantı şifreli. Bu parmak izini sunucunun günlüğündekiyle karşılaştırın.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>Bağlantı şifreli değil. Yalnızca ağdaki herkese güveniyorsanız kabul edin.</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>Onunla güvenli bağlantı kurulamıyor.</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>Anahtarı, duyurduğu anahtar değil. Yerine başkası geçmiş olabilir.</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>Bu cihaz onu hatırlayamıyor.</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>Bu sunucuya güvenilemez</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>Sunucudan kod isteniyor …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>Giriş için okutun: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>Kamera yok mu? %1 adresini açıp %2 yazın</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>Bir telefon kodu açtı.</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>Bir telefon kodu açtı. Telefonda şu sayıya dokunun: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>Telefon sizin değil mi? Baştan başlamak için Enter’a basın.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Onaylandı.</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>Telefonda reddedildi. Kimse oturum açmadı. Yeni bir kod gelecek.</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Merhaba, %1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>Oturum: %1 – %2. Kapatmak için Enter’a basın.</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>Burada oturum kapandı; sunucunun onayı bekleniyor.</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>Oturum kapatılıyor …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>Oturum kapandı. Burada size ait bir şey kalmadı.</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>Sunucuya ulaşılamıyor: %1. Yeniden deneniyor …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>Sunucu bu ekranı reddediyor: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>Bu, bu ekranın güvendiği sunucu değil: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>QR kodu: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>Ayarları bu hâliyle kullanılamıyor. Lütfen bu ekranın sorumlusuna bildirin.</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>Kamera yok mu? %1 adresini açıp yazın:</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Hoş geldiniz</translation>
    </message>
</context>
</TS>
