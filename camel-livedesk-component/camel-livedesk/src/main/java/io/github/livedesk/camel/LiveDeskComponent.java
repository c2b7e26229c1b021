// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static io.github.livedesk.camel.client.metrics.Loggers.LOG;

import io.github.livedesk.camel.client.http.ConnectionCounts;
import io.github.livedesk.camel.client.http.LibraryVersions;
import io.github.livedesk.camel.client.metrics.SendCounters;
import io.github.livedesk.camel.client.send.ClientResources;
import io.github.livedesk.camel.client.send.LiveDeskClient;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.SendContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Sends messages to EngageLab LiveDesk conversations. Owns the threads and connections of all its
 * endpoints, from its start to its stop.
 */
@ManagedResource(description = "Managed LiveDeskComponent")
@Component("livedesk")
public class LiveDeskComponent extends HealthCheckComponent implements SSLContextParametersAware {

  private static final long READERS_MILLIS = 1000;

  @Metadata(
      label = "advanced",
      description = "How LiveDesk is reached, unless an endpoint says otherwise.")
  private volatile LiveDeskConfiguration configuration = new LiveDeskConfiguration();

  @Metadata(
      label = "advanced",
      defaultValue = "200",
      description =
          "Connections at a time, 1 or more, for all endpoints with the same connection options."
              + " Further sends wait, within totalTimeout.")
  private int maxConnections = 200;

  @Metadata(
      displayName = "Use Global SSL Context Parameters",
      label = "security",
      defaultValue = "false",
      description = "Whether to use Camel's global SSLContextParameters where none are set here.")
  private boolean useGlobalSslContextParameters;

  private final TlsContexts tlsContexts = new TlsContexts();
  private final SendCounters counters = new SendCounters();
  private final ProducerHealthChecks healthChecks = new ProducerHealthChecks(this);
  private final CredentialReload credentials = new CredentialReload(this);
  private final DynamicRouteWarning dynamicRoutes = new DynamicRouteWarning(this);
  private final List<EventNotifier> notifiers =
      List.of(credentials, dynamicRoutes, new HandledWaits());
  private final BeanRegistration beanRegistration = new BeanRegistration(this);
  private final AtomicBoolean hasWarned = new AtomicBoolean();
  private ExecutorService pool;
  private ExecutorService readers;
  private ScheduledExecutorService timer;
  private volatile ClientResources engine;

  @Override
  public void setCamelContext(CamelContext camelContext) {
    super.setCamelContext(camelContext);
    if (camelContext != null) {
      camelContext.addLifecycleStrategy(beanRegistration);
    }
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    credentials.beforeEndpoint();
    dynamicRoutes.beforeEndpoint();
    var endpoint = new LiveDeskEndpoint(uri, this, configuration);
    endpoint.setResource(remaining);
    UnknownOptions.checkForeign(remaining, parameters.keySet());
    try {
      setProperties(endpoint, parameters);
    } catch (PropertyBindingException e) {
      // Camel's own message is about a bean; ours is about the option.
      throw e.getCause() instanceof InvalidOptionException wrong ? wrong : e;
    }
    return endpoint;
  }

  @Override
  public PropertyConfigurer getComponentPropertyConfigurer() {
    return StrictOptions.of(super.getComponentPropertyConfigurer());
  }

  @Override
  public PropertyConfigurer getEndpointPropertyConfigurer() {
    return StrictOptions.of(super.getEndpointPropertyConfigurer());
  }

  /** For the options of any endpoint, which Camel reads by itself. */
  @Override
  public <T> T getAndRemoveParameter(Map<String, Object> parameters, String key, Class<T> type) {
    parameters.computeIfPresent(key, OptionTexts::read);
    return super.getAndRemoveParameter(parameters, key, type);
  }

  @Override
  protected void validateParameters(String uri, Map<String, Object> left, String optionPrefix) {
    if (!left.isEmpty()) {
      throw UnknownOptions.of(left.keySet());
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    OptionValidator.atLeastOne("maxConnections", maxConnections);
    OptionValidator.checkSecret(configuration);
    warnOfOldSecret(configuration);
    LibraryVersions.tooOld().ifPresent(LiveDeskComponent::warnOfOldLibraries);
    WorkerPool workers = WorkerPool.of(getCamelContext(), this);
    pool = workers.executor();
    readers = WorkerPool.readers(getCamelContext(), this);
    ExecutorServiceManager executors = getCamelContext().getExecutorServiceManager();
    timer = executors.newSingleThreadScheduledExecutor(this, "LiveDeskTimer");
    engine = new ClientResources(pool, workers.corePoolSize(), readers, timer, counters);
    notifiers.forEach(getCamelContext().getManagementStrategy()::addEventNotifier);
  }

  @Override
  protected void doStop() throws Exception {
    notifiers.forEach(getCamelContext().getManagementStrategy()::removeEventNotifier);
    ClientResources stopping = engine;
    engine = null;
    if (stopping != null) {
      stopping.close();
      ExecutorServiceManager executors = getCamelContext().getExecutorServiceManager();
      executors.shutdownGraceful(pool);
      // Not for long: whatever reads a file that does not answer may never come back.
      executors.shutdownGraceful(readers, READERS_MILLIS);
      stopping.runLeftovers();
      executors.shutdownNow(timer);
      tlsContexts.clear();
    }
    super.doStop();
  }

  @Override
  protected void doShutdown() throws Exception {
    getCamelContext().getLifecycleStrategies().remove(beanRegistration);
    super.doShutdown();
  }

  /**
   * A client, to be closed by the caller.
   *
   * @throws LiveDeskConnectionException when the component is stopped
   */
  LiveDeskClient client(ClientSettings settings) {
    startIfNew();
    ClientResources running = engine;
    Optional<LiveDeskClient> client = running == null ? Optional.empty() : running.client(settings);
    return client.orElseThrow(
        () ->
            new LiveDeskConnectionException(
                new SendContext(null, null, 0), "the component livedesk is stopped", null));
  }

  /**
   * Camel gives a component to other threads before the one that made it has started it: the first
   * sends of several threads would find it stopped.
   */
  private void startIfNew() {
    boolean isNew = isNew() || isBuild() || isInit() || isStarting();
    if (isNew && (getCamelContext().isStarted() || getCamelContext().isStarting())) {
      start();
    }
  }

  /** Null for the virtual machine's own. */
  SSLContext sslContext(SSLContextParameters own) {
    SSLContextParameters parameters = own == null ? retrieveGlobalSslContextParameters() : own;
    return parameters == null ? null : tlsContexts.of(parameters, getCamelContext());
  }

  /** Once, however many endpoints have it. */
  void warnOfOldSecret(LiveDeskConfiguration options) {
    if (options.hasOldSecret() && hasWarned.compareAndSet(false, true)) {
      LOG.warn(
          "The option apiSecret is now called secretKey. Set camel.component.{}.secret-key, or the"
              + " endpoint option secretKey: Camel prints the value of apiSecret in clear at the"
              + " start",
          name());
    }
  }

  private static void warnOfOldLibraries(String tooOld) {
    LOG.warn(
        "Sends to LiveDesk may fail: the class path has {}. Import the BOM of your Camel or Spring"
            + " Boot, and remove what sets another version",
        tooOld);
  }

  /** As Camel and its properties know it. */
  String name() {
    return getCamelContext().getComponentNames().stream()
        .filter(name -> getCamelContext().hasComponent(name) == this)
        .findFirst()
        .orElse("livedesk");
  }

  ProducerHealthChecks healthChecks() {
    return healthChecks;
  }

  SendCounters counters() {
    return counters;
  }

  @ManagedAttribute(description = "Sends that worked, since the component was created")
  public long getSent() {
    return counters.sent();
  }

  @ManagedAttribute(description = "Failed sends that LiveDesk can't have, bad input included")
  public long getFailedNotSent() {
    return counters.failed(Outcome.NOT_SENT);
  }

  @ManagedAttribute(description = "Failed sends that LiveDesk refused")
  public long getFailedRejected() {
    return counters.failed(Outcome.REJECTED);
  }

  @ManagedAttribute(description = "Failed sends that LiveDesk may have")
  public long getFailedUnknown() {
    return counters.failed(Outcome.UNKNOWN);
  }

  @ManagedAttribute(description = "Failed sends that LiveDesk has and could not deliver")
  public long getFailedAccepted() {
    return counters.failed(Outcome.ACCEPTED);
  }

  @ManagedAttribute(description = "HTTP requests made for the sends that have ended")
  public long getAttempts() {
    return counters.attempts();
  }

  @ManagedAttribute(description = "Those of the attempts that were not the first of their send")
  public long getRetries() {
    return counters.retries();
  }

  @ManagedAttribute(description = "Sends that have not ended yet")
  public long getInFlight() {
    return counters.inFlight();
  }

  @ManagedAttribute(description = "Left for retries, 0 to 100; a retry takes 5")
  public int getRetryBudget() {
    ClientResources running = engine;
    return running == null ? 0 : running.retryBudget();
  }

  @ManagedAttribute(description = "Connections on which a request is out")
  public int getConnectionsLeased() {
    return connections().leased();
  }

  @ManagedAttribute(description = "Open connections between two requests")
  public int getConnectionsAvailable() {
    return connections().available();
  }

  @ManagedAttribute(description = "Requests that wait for a connection")
  public int getConnectionsPending() {
    return connections().pending();
  }

  /** All 0 while the component is stopped. */
  private ConnectionCounts connections() {
    ClientResources running = engine;
    return running == null ? ConnectionCounts.NONE : running.connections();
  }

  public LiveDeskConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(LiveDeskConfiguration configuration) {
    this.configuration = configuration;
  }

  public int getMaxConnections() {
    return maxConnections;
  }

  public void setMaxConnections(int maxConnections) {
    this.maxConnections = maxConnections;
  }

  @Override
  public boolean isUseGlobalSslContextParameters() {
    return useGlobalSslContextParameters;
  }

  @Override
  public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
    this.useGlobalSslContextParameters = useGlobalSslContextParameters;
  }
}
