// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TemplateHeader;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredContact;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's web inbox, in a real browser: what routes send is there to see. */
@Tag("browser")
class InboxTest extends SimulatorTestSupport {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String RATE_LIMIT = "130429: Rate limit hit";
  private static final String HOSTILE =
      "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext window;
  private Page page;

  InboxTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @BeforeAll
  static void startBrowser() {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "There is no chromium on the PATH");
    setDefaultAssertionTimeout(30_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(path -> path.toFile().canExecute())
        .findFirst();
  }

  @AfterAll
  static void endBrowser() {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }

  @BeforeEach
  void openInbox() {
    open(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 1100));
  }

  private void open(Browser.NewContextOptions options) {
    closeWindow();
    window = browser.newContext(options);
    page = window.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(livedesk.url())) {
            complaints.add("asks for " + request.url());
          }
        });
    page.navigate(livedesk.url());
    assertThat(page.locator("body[data-connected=true]")).isAttached();
  }

  @AfterEach
  void closeWindow() {
    if (window != null) {
      window.close();
      assertThat(complaints).isEmpty();
    }
  }

  private Locator message(long id) {
    return page.locator("[data-message='" + id + "']");
  }

  private Locator action(long id, String action) {
    return message(id).locator("[data-action=" + action + "]");
  }

  private void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  private static byte[] picture() throws IOException {
    var picture = new BufferedImage(320, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 320, 160, Color.DARK_GRAY));
    pen.fillRect(0, 0, 320, 160);
    pen.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  /** A WAV file of a tenth of a second. */
  private static byte[] sound() throws IOException {
    var format = new AudioFormat(8_000, 8, 1, false, false);
    var silence = new AudioInputStream(new ByteArrayInputStream(new byte[800]), format, 800);
    var wav = new ByteArrayOutputStream();
    AudioSystem.write(silence, AudioFileFormat.Type.WAVE, wav);
    return wav.toByteArray();
  }

  private static TemplateMessage orderUpdate() {
    return TemplateMessage.builder("order_update", "en_US")
        .content("Hello {{1}}, your order {{2}} is on its way.")
        .parameters("Ann", "#456")
        .category("UTILITY")
        .header(TemplateHeader.text("Order #456"))
        .footer("Acme Corp")
        .urlButton("track/456")
        .quickReplyButton("YES")
        .build();
  }

  @Test
  void showsEachKindOfMessage() throws Exception {
    LiveDeskMessage first = sent(TO_141, "Your parcel left our warehouse. 您的包裹已出貨 📦");
    sent(TO_141 + "&private=true", "Please call back.");
    sent(TO_141 + "&inReplyTo=" + first.id(), "It arrives tomorrow.");
    sent(
        TO_141 + "&op=attachment&content=Packed and sealed.",
        FileMessage.builder()
            .file("parcel.png", picture())
            .file("hello.wav", sound())
            .file("invoice.pdf", new byte[2048])
            .build());
    sent(TO_141, orderUpdate());

    assertThat(message(1)).containsText("您的包裹已出貨 📦");
    assertThat(message(1)).hasAttribute("data-private", "false");
    assertThat(message(2)).hasAttribute("data-private", "true");
    assertThat(message(2)).containsText("Private note");
    assertThat(message(3).locator(".quote")).containsText("Your parcel left our warehouse");
    assertThat(message(4).locator("img[alt='parcel.png']")).isVisible();
    assertThat(message(4).locator("audio[controls]")).isVisible();
    assertThat(message(4).locator("a[download='invoice.pdf']")).isVisible();
    assertThat(message(4)).containsText(Pattern.compile("2(\\.\\d+)? kB"));
    assertThat(message(5).locator(".template-header")).hasText("Order #456");
    assertThat(message(5).locator(".template-body"))
        .containsText("Hello Ann, your order #456 is on its way.");
    assertThat(page.locator("[data-conversation='141']")).containsText("Hello Ann, your order");
    assertThat(message(5).locator(".template-footer")).hasText("Acme Corp");
    assertThat(message(5).locator(".template-button")).hasCount(2);
    // The picture is really there.
    assertThat(message(4).locator("img")).not().hasJSProperty("naturalWidth", 0);
    screenshot("inbox");
  }

  @Test
  void showsEachKindOfTemplateHeader() {
    List<TemplateHeader> headers =
        List.of(
            TemplateHeader.image("https://example.com/parcel.png"),
            TemplateHeader.video("https://example.com/parcel.mp4"),
            TemplateHeader.document("https://example.com/1.pdf", "invoice.pdf"),
            TemplateHeader.location(25.03, 121.56, "Acme HQ", "Taipei"));
    for (TemplateHeader header : headers) {
      sent(TO_141, TemplateMessage.builder("news", "en").content("News").header(header).build());
    }

    Locator header = page.locator(".template-header");
    assertThat(header).hasCount(4);
    assertThat(header.nth(0)).containsText("Image");
    assertThat(header.nth(0)).containsText("https://example.com/parcel.png");
    assertThat(header.nth(1)).containsText("Video");
    assertThat(header.nth(2)).containsText("invoice.pdf");
    assertThat(header.nth(3)).containsText("Acme HQ");
    assertThat(header.nth(3)).containsText("25.03, 121.56");
  }

  @Test
  void aMessageFailsAndGetsThroughByTheButtons() {
    sent(TO_141, "First");
    action(1, "fail").click();
    assertThat(message(1)).hasAttribute("data-status", "failed");
    assertThat(message(1).locator(".error")).containsText("131026");

    action(1, "retry").click();
    assertThat(message(1)).hasAttribute("data-status", "sent");

    page.locator("[data-action=fail-next]").click();
    assertThat(page.locator("#behaviours")).containsText(RATE_LIMIT);
    sent(TO_141 + "&failOnFailedStatus=false&maxMessageRetries=0", "Second");

    assertThat(message(2)).hasAttribute("data-status", "failed");
    assertThat(message(2).locator(".error")).containsText(RATE_LIMIT);
    assertThat(page.locator("[data-conversation='141']")).containsText("1");
    screenshot("failed");
  }

  @Test
  void aClickShowsRequestAndReplyWithoutCredentials() {
    sent(TO_141, "Hello");

    action(1, "raw").click();

    Locator dialog = page.locator("#call-dialog");
    assertThat(dialog).containsText("POST /api/v2/accounts/conversations/141/messages");
    assertThat(dialog).containsText("authorization: (hidden)");
    assertThat(dialog).containsText("\"content\": \"Hello\"");
    assertThat(dialog).containsText("HTTP 200");
    assertThat(dialog).not().containsText("Basic ");
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
  }

  @Test
  void contentIsNeverHtml() throws Exception {
    sent(TO_141, HOSTILE);
    sent(
        TO_141 + "&op=attachment",
        FileMessage.builder().file("a<b>.html", HOSTILE.getBytes(UTF_8)).content(HOSTILE).build());
    sent(
        TO_141,
        TemplateMessage.builder("x", "en")
            .content(HOSTILE + "{{1}}")
            .parameters(HOSTILE)
            .header(TemplateHeader.text(HOSTILE))
            .footer(HOSTILE)
            .urlButton(HOSTILE)
            .build());
    livedesk.conversation(141).fail(1, HOSTILE);

    assertThat(message(1).locator(".error")).containsText(HOSTILE);
    for (int id = 1; id <= 3; id++) {
      assertThat(message(id)).containsText(HOSTILE);
      assertThat(message(id).locator("script, img[src=x]")).hasCount(0);
    }
    assertThat(page).not().hasTitle("broken");
    assertThat(message(2).locator("a[download]")).isVisible();
  }

  @Test
  void aMistakeThatTheServerLetsPassIsMarkedAtItsMessage() throws Exception {
    sent(TO_141, "Hello");
    var request =
        HttpRequest.newBuilder(
                URI.create(livedesk.url() + "/api/v2/accounts/conversations/141/messages"))
            .header("Authorization", "Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"content\":\"Call me\",\"privat\":true,\"<img src=x>\":1}"));
    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

    Locator warnings = message(2).locator(".warnings");
    assertThat(warnings).isVisible();
    assertThat(warnings).hasAttribute("aria-label", "Warnings, message 2");
    assertThat(warnings.locator("li")).hasCount(2);
    assertThat(warnings).containsText("Field 'privat' is not in the API document");
    assertThat(warnings).containsText("<img src=x>");
    assertThat(warnings.locator("img")).hasCount(0);
    assertThat(warnings).not().containsText("Call me");
    assertThat(message(1).locator(".warnings")).hasCount(0);
    screenshot("warnings");
  }

  @Test
  void aConversationHasTheNameOfItsContact() {
    StoredContact ravi =
        livedesk
            .contact()
            .name("Ravi Patel")
            .email("ravi@example.org")
            .phoneNumber("+6581234567")
            .identifier("crm-5512")
            .create();
    String id = livedesk.conversationWith(ravi, 702).id();
    sent("livedesk:messages?conversationId=" + id, "Your order is on its way 📦");
    livedesk.conversation(id).customerWrites("Thank you!");

    assertThat(page.locator("[data-conversation='" + id + "']"))
        .containsText("Ravi Patel · Conversation " + id);
    assertThat(page.locator("#chat-title")).hasText("Ravi Patel · Conversation " + id);
    assertThat(page.locator("#contact-title")).hasText("Ravi Patel");
    assertThat(page.locator("[data-detail=phone] dd")).hasText("+6581234567");
    assertThat(page.locator("[data-detail=email] dd")).hasText("ravi@example.org");
    assertThat(page.locator("[data-detail=identifier] dd")).hasText("crm-5512");
    assertThat(page.locator("[data-detail=inbox] dd")).hasText("702");
    assertThat(message(2)).hasAttribute("data-from", "customer");
    assertThat(message(2)).containsText("Customer");
    assertThat(action(2, "raw")).hasCount(0);
    screenshot("contact");
  }

  @Test
  void theStatusOfAConversationIsABadge() {
    sent(TO_141, "Hello");
    assertThat(page.locator("#chat-status")).hasText("Open");
    assertThat(page.locator("#contact")).isHidden();

    livedesk.conversation(141).setStatus("resolved");

    assertThat(page.locator("#chat-status")).hasText("Resolved");
    assertThat(page.locator("[data-conversation='141'] .status-badge")).hasText("Resolved");
    open(new Browser.NewContextOptions().setLocale("zh-TW"));
    assertThat(page.locator("#chat-status")).hasText("已解決");
  }

  @Test
  void whatAContactSaysIsNeverHtml() {
    StoredContact hostile = livedesk.contact().name(HOSTILE).identifier(HOSTILE).create();
    livedesk.conversationWith(hostile, 702);

    assertThat(page.locator("#contact-title")).hasText(HOSTILE);
    assertThat(page.locator("[data-detail=identifier] dd")).hasText(HOSTILE);
    assertThat(page.locator("body script, img[src=x]")).hasCount(0);
    assertThat(page).not().hasTitle("broken");
  }

  @Test
  void clearsAfterAQuestion() {
    sent(TO_141, "Hello");
    assertThat(message(1)).isVisible();

    page.locator("[data-action=clear]").click();
    page.locator("[data-action=confirm-clear]").click();

    assertThat(message(1)).hasCount(0);
    assertThat(page.locator("#welcome")).containsText("livedesk:messages?conversationId=141");
    assertThat(livedesk.conversationIds()).isEmpty();
  }

  @Test
  void speaksTraditionalChinese() {
    sent(TO_141 + "&private=true", "Hello");
    open(new Browser.NewContextOptions().setLocale("zh-TW"));

    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("zh-(Hant|TW).*"));
    assertThat(message(1)).not().containsText("Private note");
    assertThat(message(1).locator("strong")).hasText(Pattern.compile("[\u4e00-\u9fff]+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void fitsAPhone(ColorScheme colours) {
    open(
        new Browser.NewContextOptions()
            .setLocale("en")
            .setViewportSize(360, 740)
            .setColorScheme(colours));
    sent(TO_141, "Wide" + "!".repeat(500));
    sent(TO_141, orderUpdate());

    page.locator("[data-conversation='141']").click();

    assertThat(message(2)).isVisible();
    int overflow =
        (int)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).isZero();
    screenshot("phone-" + colours.name().toLowerCase(Locale.ROOT));
    page.locator("[data-action=back]").click();
    assertThat(page.locator("[data-conversation='141']")).isVisible();
  }

  @Test
  void worksByKeyboard() {
    sent(TO_141, "First");
    sent("livedesk:messages?conversationId=142", "Second");

    assertThat(page.locator("[data-conversation='142']")).isVisible();
    page.locator("[data-conversation='141']").focus();
    page.keyboard().press("Enter");
    assertThat(message(1)).isVisible();
    action(1, "raw").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#call-dialog")).isVisible();
    page.keyboard().press("Escape");

    assertThat(action(1, "raw")).isFocused();
  }
}
