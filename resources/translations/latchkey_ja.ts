<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>スマホからロック</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>スマホを登録</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>スマホを削除</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>不明な画面</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>最近のご利用</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>残り %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>残り %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>残り %1 時間 %2 分</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>こんばんは、</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>おはようございます、</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>こんにちは、</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>今回が初めてです</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>自動ロック</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>前回のログイン</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>承認したスマホ</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>この画面</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロックする</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>解除しました</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>ログアウトし、お客様の情報をこの画面からすべて消します。</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>スマホ</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>マイページが開いています。終わったらロックしてください。</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>まだご利用中ですか？</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>この画面は %n 秒後にロックされます</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>画面 %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>不明な画面</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>この画面の時計はサーバーより %n 分進んでいます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>この画面の時計はサーバーより %n 分遅れています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>担当者にお知らせください。時刻の設定が必要です（timedatectl）。</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>この画面のプログラムが失敗しました。担当者にお知らせください。詳しくはログにあります。</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>言語: %1</translation>
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
        <translation>スマホのカメラを開く</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>コードに向ける</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>スマホで承認する</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>読み取ってログイン</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>スマホが鍵になります。</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>コードを取得中…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>スマホをご確認ください</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>表示を確認して、スマホで承認してください。</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>スマホに %1 と表示されます</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>%n 秒後に新しいコード</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>新しいコードを取得中…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>新しいコードは自動で表示されます。</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認されました</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>マイページを開いています…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>スマホで拒否されました</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>誰もログインしていません。まもなく新しいコードが出ます。</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>ログアウトしました</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>この画面にお客様の情報はもうありません。いまサーバーに接続できないため、届くまで画面が通知を続けます。</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>この画面にお客様の情報はもうありません。</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>ありがとうございました</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>ログアウトしました。</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>時間になりました</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>ログアウトされました。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロックしました</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>別の場所からログアウトされました。</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>この画面は %1 からログインサーバーに接続できません。自動で再試行しています。</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>ログインサーバーに %1 から問題が起きています。この画面は自動で再試行しています。</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>ログアウトしなければ、復旧しだいマイページに戻ります。</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>サーバーに受け付けられません。この画面の担当者にお知らせください。</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>この画面は現在使えません</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>%n 秒後に再試行</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>試しています…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>現在ログインできません。この画面は自動で再試行しています。</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>次の再試行は自動で行われます。</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>応答しているサーバーは、この画面が信頼しているサーバーではありません。この画面の担当者にお知らせください。</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>最初からやり直す</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>スマホがコードを開きました</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>スマホでこの数字を押してください</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>どの数字が見えるか、スマホに表示されます。</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>ご自分のスマホではない？</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>スマホがコードを開きました。スマホで数字 %1 を押してください。ご自分のスマホでなければ、最初からやり直してください。</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>管理者の PIN</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN が違います</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>試行が多すぎます。%n 秒後にもう一度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n 桁</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>スマホで読み取る QR コード</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>暗号化あり</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>暗号化なし</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>信頼する</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>ほかのサーバー</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>サーバーを探せません</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>この画面にはまだサーバーがなく、サーバーを探すサービスも動作していません。</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>avahi-daemon をインストールして起動するか、kiosk.toml で「server」を設定してください。</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>サインインサーバーを探しています…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>この画面にはまだサーバーがありません。このネットワークで公開されているものを表示します。</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>見つからない場合は、kiosk.toml で「server」を設定してください。</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>この画面のサーバーを選択</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>サーバーを確認しています…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>このサーバーを信頼しますか？</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>接続は暗号化されています。このフィンガープリントをサーバーのログのものと比べてください。</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>接続は暗号化されていません。ネットワーク上の全員を信頼できる場合にのみ信頼してください。</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>安全な接続を確立できません。</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>公開された鍵と実際の鍵が違います。誰かがなりすましている可能性があります。</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>この端末に記憶できません。</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>このサーバーは信頼できません</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>サーバーにコードを要求中 …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>読み取ってログイン: %1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>カメラがない場合は %1 を開いて %2 を入力</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>スマホがコードを開きました。</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>スマホがコードを開きました。スマホでこの数字を押してください: %1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>ご自分のスマホでなければ、Enter キーで最初からやり直せます。</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>承認されました。</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>スマホで拒否されました。誰もログインしていません。続いて新しいコードが出ます。</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>こんにちは、%1 さん</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>%1 から %2 までログイン中。Enter キーでログアウトします。</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>ここではログアウト済みです。サーバーの確認を待っています。</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>ログアウト中 …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>ログアウトしました。お客様の情報は残っていません。</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>サーバーに接続できません: %1。再試行中 …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>サーバーがこの画面を拒否しました: %1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>この画面が信頼しているサーバーではありません：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>QR コード: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>設定に誤りがあり、使用できません。この画面の担当者にお知らせください。</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>カメラがない場合は %1 を開いて入力:</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
</context>
</TS>
