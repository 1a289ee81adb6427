// A real script in the place of spd-say, which writes down how it was run.

#include "app/kiosk/speech.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

namespace {

constexpr int kPatience = 30'000; // ms; for a busy machine, which takes long to start a program

} // namespace

class TestSpeech : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void saysASentenceInItsLanguage();
    void givesWayToTheNextSentence();
    void saysOnlyTheLastOfThoseThatWait();
    void tellsOfAFailureOnce();
    void tellsOfAProgramThatIsNotThere();
    void endsASentenceThatTakesTooLong();
    void fallsSilentWhenTheKioskEnds();

  private:
    void start(const std::string& body);
    QString said() const { return QString::fromStdString(contentOf(m_folder->file("said"))); }

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Speech> m_speech;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestSpeech::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_folder = std::make_unique<TemporaryFolder>();
}

void TestSpeech::cleanup() {
    m_speech.reset();
    m_scheduler.reset();
}

// A program that writes its arguments down and goes on with the body.
void TestSpeech::start(const std::string& body) {
    const auto file = m_folder->write("spd-say", "#!/bin/sh\ncd " + m_folder->path().string() +
                                                     "\nIFS='|'; echo \"$*\" >>said\n" + body + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    m_speech = std::make_unique<Speech>(file, *m_scheduler, QProcessEnvironment());
    m_failed = std::make_unique<QSignalSpy>(m_speech.get(), &Speech::failed);
    m_finished = std::make_unique<QSignalSpy>(m_speech.get(), &Speech::finished);
}

void TestSpeech::saysASentenceInItsLanguage() {
    start("exit 0");
    m_speech->say("-- $(id) Zum Anmelden scannen.", "de");
    QVERIFY(m_finished->wait(kPatience));
    QCOMPARE(said(), "-C|-w|-l|de|--|-- $(id) Zum Anmelden scannen.\n");
    QCOMPARE(m_failed->count(), 0);
}

void TestSpeech::givesWayToTheNextSentence() {
    start("[ $6 = two ] || sleep 1000");
    m_speech->say("one", "en");
    QTRY_COMPARE_WITH_TIMEOUT(said(), "-C|-w|-l|en|--|one\n", kPatience);
    m_speech->say("two", "en");
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 2, kPatience);
    QCOMPARE(said(), "-C|-w|-l|en|--|one\n-C|-w|-l|en|--|two\n");
    QCOMPARE(m_failed->count(), 0);
}

void TestSpeech::saysOnlyTheLastOfThoseThatWait() {
    start("[ $6 = three ] || sleep 1000");
    m_speech->say("one", "en");
    QTRY_COMPARE_WITH_TIMEOUT(said(), "-C|-w|-l|en|--|one\n", kPatience);
    m_speech->say("two", "en");
    m_speech->say("three", "fr");
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 2, kPatience);
    QCOMPARE(said(), "-C|-w|-l|en|--|one\n-C|-w|-l|fr|--|three\n");
}

void TestSpeech::tellsOfAFailureOnce() {
    start("[ $6 = good ]");
    for (const char* sentence : {"bad", "worse", "good", "bad"}) {
        m_speech->say(sentence, "en");
        QVERIFY(m_finished->wait(kPatience));
    }
    QCOMPARE(m_failed->count(), 2);
    QVERIFY(m_failed->first()[0].toString().endsWith("spd-say: exit status 1"));
}

void TestSpeech::tellsOfAProgramThatIsNotThere() {
    start("");
    std::filesystem::remove(m_folder->file("spd-say"));
    m_speech->say("one", "en");
    QTRY_COMPARE_WITH_TIMEOUT(m_failed->count(), 1, kPatience);
}

void TestSpeech::endsASentenceThatTakesTooLong() {
    start("sleep 1000");
    m_speech->say("one", "en");
    QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), kPatience);
    m_scheduler->advance(Speech::kLongest);
    QVERIFY(m_finished->wait(kPatience));
    QVERIFY(m_failed->first()[0].toString().endsWith("still running after 30 s, ended"));
}

void TestSpeech::fallsSilentWhenTheKioskEnds() {
    start("trap 'echo silent >>said; exit' TERM; echo trapped >>said; sleep 1000 & wait");
    m_speech->say("one", "en");
    QTRY_VERIFY_WITH_TIMEOUT(said().endsWith("trapped\n"), kPatience);
    m_speech.reset();
    QVERIFY(said().endsWith("silent\n"));
}

QTEST_GUILESS_MAIN(TestSpeech)
#include "tst_speech.moc"
