<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>latchkey::ActivityList</name>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Locked by phone</source>
        <translation>由手机锁定</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Phone added</source>
        <translation>已添加手机</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>已移除手机</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>未知的屏幕</translation>
    </message>
    <message>
        <source>Your recent activity</source>
        <translation>您最近的活动</translation>
    </message>
</context>
<context>
    <name>latchkey::DashboardView</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>还剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>还剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>还剩 %1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Good evening,</source>
        <translation>晚上好，</translation>
    </message>
    <message>
        <source>Good morning,</source>
        <translation>早上好，</translation>
    </message>
    <message>
        <source>Good afternoon,</source>
        <translation>下午好，</translation>
    </message>
    <message>
        <source>This is the first time</source>
        <translation>这是第一次</translation>
    </message>
    <message>
        <source>Locks by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>Your last sign-in</source>
        <translation>您上次登录</translation>
    </message>
    <message>
        <source>Approved with</source>
        <translation>确认所用手机</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>这块屏幕</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>Signs you out and takes everything of yours off this screen.</source>
        <translation>退出登录，并从这块屏幕上清除您的所有内容。</translation>
    </message>
    <message>
        <source>A phone</source>
        <translation>一部手机</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Your dashboard is open. Lock it when you are done.</source>
        <translation>您的主页已打开。用完后请锁定。</translation>
    </message>
</context>
<context>
    <name>latchkey::IdleWarning</name>
    <message>
        <source>Stay</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message numerus="yes">
        <source>This screen locks in %n s</source>
        <translation>
            <numerusform>这块屏幕将在 %n 秒后锁定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::KioskFace</name>
    <message>
        <source>Screen %1</source>
        <translation>屏幕 %1</translation>
    </message>
    <message>
        <source>Unregistered screen</source>
        <translation>未知的屏幕</translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min ahead of its server’s.</source>
        <translation>
            <numerusform>这块屏幕的时间比服务器快 %n 分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen’s clock is %n min behind its server’s.</source>
        <translation>
            <numerusform>这块屏幕的时间比服务器慢 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please tell whoever looks after it: the time has to be set (timedatectl).</source>
        <translation>请告诉负责维护的人员：需要校准时间（timedatectl）。</translation>
    </message>
    <message>
        <source>A program that belongs to this screen has failed. Please tell whoever looks after it: what happened is in its log.</source>
        <translation>这块屏幕的一个程序出了故障。请告诉负责维护的人员：详情见日志。</translation>
    </message>
</context>
<context>
    <name>latchkey::LanguageSheet</name>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>latchkey::LobbyFace</name>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
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
        <translation>打开手机相机</translation>
    </message>
    <message>
        <source>Point it at the code</source>
        <translation>对准二维码</translation>
    </message>
    <message>
        <source>Approve on your phone</source>
        <translation>在手机上确认</translation>
    </message>
    <message>
        <source>Scan to sign in</source>
        <translation>扫码登录</translation>
    </message>
    <message>
        <source>Your phone is the key.</source>
        <translation>您的手机就是钥匙。</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>正在获取二维码…</translation>
    </message>
    <message>
        <source>Check your phone</source>
        <translation>请看手机</translation>
    </message>
    <message>
        <source>Read what it says, then approve there.</source>
        <translation>请看清手机上的内容，然后确认。</translation>
    </message>
    <message>
        <source>Your phone will show %1</source>
        <translation>手机上会显示 %1</translation>
    </message>
    <message numerus="yes">
        <source>New code in %n s</source>
        <translation>
            <numerusform>%n 秒后更换二维码</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>正在获取新的二维码…</translation>
    </message>
    <message>
        <source>A new code comes by itself.</source>
        <translation>新的二维码会自动出现。</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageView</name>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Opening your dashboard…</source>
        <translation>正在打开您的主页…</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>已在手机上拒绝</translation>
    </message>
    <message>
        <source>Nobody was signed in. A fresh code comes in a moment.</source>
        <translation>没有人登录。稍后会显示新的二维码。</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>您已退出登录</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more. The server cannot be reached just now; this screen goes on telling it until it has heard.</source>
        <translation>这块屏幕上已没有您的任何内容。目前无法连接服务器；屏幕会继续通知，直到服务器收到为止。</translation>
    </message>
    <message>
        <source>This screen shows nothing of yours any more.</source>
        <translation>这块屏幕上已没有您的任何内容。</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>再见</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>您已退出登录。</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>使用时间已到</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>您已被退出登录。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>You were signed out from elsewhere.</source>
        <translation>您已从别处被退出登录。</translation>
    </message>
    <message>
        <source>This screen has not reached its sign-in server since %1. It keeps trying by itself.</source>
        <translation>这块屏幕自 %1 起无法连接登录服务器，正在自动重试。</translation>
    </message>
    <message>
        <source>The sign-in server has had trouble since %1. This screen keeps trying by itself.</source>
        <translation>登录服务器自 %1 起出现问题。这块屏幕正在自动重试。</translation>
    </message>
    <message>
        <source>Your dashboard comes back as soon as it does, unless you sign out.</source>
        <translation>服务器恢复后您的主页会立即重新出现，除非您退出登录。</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>稍后恢复</translation>
    </message>
    <message>
        <source>Its server does not accept it. Please tell whoever looks after this screen.</source>
        <translation>服务器不接受它。请告诉负责维护这块屏幕的人员。</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>这块屏幕暂停服务</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s</source>
        <translation>
            <numerusform>%n 秒后重试</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>正在重试…</translation>
    </message>
    <message>
        <source>Signing in does not work just now. This screen keeps trying by itself.</source>
        <translation>目前无法登录。这块屏幕正在自动重试。</translation>
    </message>
    <message>
        <source>The next attempt comes by itself.</source>
        <translation>会自动进行下一次尝试。</translation>
    </message>
    <message>
        <source>The server that answers is not the one that this screen trusts. Please tell whoever looks after this screen.</source>
        <translation>应答的服务器不是这块屏幕所信任的服务器。请告诉负责维护这块屏幕的人员。</translation>
    </message>
</context>
<context>
    <name>latchkey::NumberView</name>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>A phone has opened the code</source>
        <translation>有手机打开了二维码</translation>
    </message>
    <message>
        <source>Tap this number on your phone</source>
        <translation>请在手机上点这个数字</translation>
    </message>
    <message>
        <source>Your phone asks which number you see.</source>
        <translation>手机会问您看到的是哪个数字。</translation>
    </message>
    <message>
        <source>Not your phone?</source>
        <translation>不是您的手机？</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.</source>
        <translation>有手机打开了二维码。请在手机上点数字 %1。不是您的手机？请重新开始。</translation>
    </message>
</context>
<context>
    <name>latchkey::PinView</name>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>操作员 PIN 码</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN 码错误</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts, again in %n s</source>
        <translation>
            <numerusform>尝试次数过多，请 %n 秒后再试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n 位数字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QrCodeView</name>
    <message>
        <source>QR code to scan with a phone</source>
        <translation>供手机扫描的二维码</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerCard</name>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>latchkey::SetupView</name>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>More servers</source>
        <translation>更多服务器</translation>
    </message>
    <message>
        <source>Servers cannot be looked for</source>
        <translation>无法查找服务器</translation>
    </message>
    <message>
        <source>This screen has no server yet, and the service that would find one does not run.</source>
        <translation>此屏幕还没有服务器，而用来查找服务器的服务没有运行。</translation>
    </message>
    <message>
        <source>Install and start avahi-daemon, or set “server” in kiosk.toml.</source>
        <translation>请安装并启动 avahi-daemon，或在 kiosk.toml 中设置“server”。</translation>
    </message>
    <message>
        <source>Looking for a sign-in server…</source>
        <translation>正在查找登录服务器…</translation>
    </message>
    <message>
        <source>This screen has no server yet. It lists those that announce themselves on this network.</source>
        <translation>此屏幕还没有服务器。这里列出在此网络上公布自己的服务器。</translation>
    </message>
    <message>
        <source>Is yours not here? Set “server” in kiosk.toml.</source>
        <translation>没有您的服务器？请在 kiosk.toml 中设置“server”。</translation>
    </message>
    <message>
        <source>Choose this screen’s server</source>
        <translation>选择此屏幕的服务器</translation>
    </message>
    <message>
        <source>Checking the server…</source>
        <translation>正在检查服务器…</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>信任此服务器吗？</translation>
    </message>
    <message>
        <source>The connection is encrypted. Compare this fingerprint with the one in the server’s log.</source>
        <translation>连接已加密。请将此指纹与服务器日志中的指纹进行比较。</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Trust it only where you trust everybody on the network.</source>
        <translation>连接未加密。仅在您信任网络上所有人时才信任它。</translation>
    </message>
    <message>
        <source>No secure connection to it can be made.</source>
        <translation>无法与它建立安全连接。</translation>
    </message>
    <message>
        <source>Its key is not the one that it announces. Somebody may be standing in its place.</source>
        <translation>它的密钥与公布的不符，可能有人在冒充它。</translation>
    </message>
    <message>
        <source>This machine cannot remember it.</source>
        <translation>此设备无法记住它。</translation>
    </message>
    <message>
        <source>This server cannot be trusted</source>
        <translation>无法信任此服务器</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalView</name>
    <message>
        <source>Asking the server for a code …</source>
        <translation>正在向服务器获取二维码 …</translation>
    </message>
    <message>
        <source>Scan to sign in: %1</source>
        <translation>扫码登录：%1</translation>
    </message>
    <message>
        <source>No camera? Open %1 and type %2</source>
        <translation>没有相机？请打开 %1 并输入 %2</translation>
    </message>
    <message>
        <source>A phone has opened the code.</source>
        <translation>有手机打开了二维码。</translation>
    </message>
    <message>
        <source>A phone has opened the code. Tap this number on it: %1</source>
        <translation>有手机打开了二维码。请在手机上点这个数字：%1</translation>
    </message>
    <message>
        <source>Not your phone? Press Enter to start over.</source>
        <translation>不是您的手机？按 Enter 键重新开始。</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>已确认。</translation>
    </message>
    <message>
        <source>Declined on the phone. Nobody was signed in. A new code follows.</source>
        <translation>已在手机上拒绝。没有人登录。接下来会显示新的二维码。</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>您好，%1</translation>
    </message>
    <message>
        <source>Signed in since %1, until %2. Press Enter to sign out.</source>
        <translation>登录时间：%1 至 %2。按 Enter 键退出登录。</translation>
    </message>
    <message>
        <source>Signed out here; the server has yet to confirm.</source>
        <translation>此处已退出登录；尚待服务器确认。</translation>
    </message>
    <message>
        <source>Signing out …</source>
        <translation>正在退出登录 …</translation>
    </message>
    <message>
        <source>Signed out. Nothing of yours is left here.</source>
        <translation>已退出登录。这里没有留下您的任何内容。</translation>
    </message>
    <message>
        <source>The server is away: %1. Trying again …</source>
        <translation>无法连接服务器：%1。正在重试 …</translation>
    </message>
    <message>
        <source>The server refuses this screen: %1</source>
        <translation>服务器拒绝这块屏幕：%1</translation>
    </message>
    <message>
        <source>This is not the server that this screen trusts: %1</source>
        <translation>这不是这块屏幕所信任的服务器：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::TileView</name>
    <message>
        <source>QR code: %1</source>
        <translation>二维码：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::TroubleFace</name>
    <message>
        <source>Its settings cannot be used as they are. Please tell whoever looks after this screen.</source>
        <translation>它的设置目前无法使用。请告诉负责维护这块屏幕的人员。</translation>
    </message>
</context>
<context>
    <name>latchkey::TypedCodeStrip</name>
    <message>
        <source>No camera? Open %1 and type</source>
        <translation>没有相机？请打开 %1 并输入</translation>
    </message>
</context>
<context>
    <name>latchkey::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
</context>
</TS>
