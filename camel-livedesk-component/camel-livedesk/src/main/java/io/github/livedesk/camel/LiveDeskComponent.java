package io.github.livedesk.camel;

import io.github.livedesk.camel.client.ClientEngine;
import io.github.livedesk.camel.client.ClientSettings;
import io.github.livedesk.camel.client.LiveDeskClient;
import io.github.livedesk.camel.client.SendCounters;
import io.github.livedesk.camel.model.LiveDeskConnectionException;
import io.github.livedesk.camel.model.SendContext;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Sends messages to EngageLab LiveDesk conversations. Owns the threads and connections of all its
 * endpoints, from its start to its stop.
 */
@Component("livedesk")
public class LiveDeskComponent extends HealthCheckComponent implements SSLContextParametersAware {

  @Metadata(
      label = "advanced",
      description = "How LiveDesk is reached, unless an endpoint says otherwise.")
  private LiveDeskConfiguration configuration = new LiveDeskConfiguration();

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

  private final Map<SSLContextParameters, SSLContext> sslContexts = new ConcurrentHashMap<>();
  private final SendCounters counters = new SendCounters();
  private final ProducerHealthChecks healthChecks = new ProducerHealthChecks(this);
  private ExecutorService pool;
  private ScheduledExecutorService timer;
  private volatile ClientEngine engine;

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var endpoint = new LiveDeskEndpoint(uri, this, configuration.copy());
    endpoint.setResource(remaining);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    OptionRules.atLeastOne("maxConnections", maxConnections);
    WorkerPool workers = WorkerPool.of(getCamelContext(), this);
    pool = workers.executor();
    ExecutorServiceManager executors = getCamelContext().getExecutorServiceManager();
    timer = executors.newSingleThreadScheduledExecutor(this, "LiveDeskTimer");
    engine = new ClientEngine(pool, workers.usualThreads(), timer, counters);
  }

  @Override
  protected void doStop() throws Exception {
    ClientEngine stopping = engine;
    engine = null;
    if (stopping != null) {
      stopping.close();
      ExecutorServiceManager executors = getCamelContext().getExecutorServiceManager();
      executors.shutdownGraceful(pool);
      stopping.runLeftovers();
      executors.shutdownNow(timer);
      sslContexts.clear();
    }
    super.doStop();
  }

  /**
   * @throws LiveDeskConnectionException when the component is stopped
   */
  LiveDeskClient client(ClientSettings settings) {
    ClientEngine running = engine;
    Optional<LiveDeskClient> client = running == null ? Optional.empty() : running.client(settings);
    return client.orElseThrow(
        () ->
            new LiveDeskConnectionException(
                new SendContext(null, null, 0), "the component livedesk is stopped", null));
  }

  /** One context for the same parameters, so that endpoints which share them share connections. */
  SSLContext sslContext(SSLContextParameters own) {
    SSLContextParameters parameters = own == null ? retrieveGlobalSslContextParameters() : own;
    return parameters == null ? null : sslContexts.computeIfAbsent(parameters, this::create);
  }

  private SSLContext create(SSLContextParameters parameters) {
    try {
      return parameters.createSSLContext(getCamelContext());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("sslContextParameters: " + e.getMessage(), e);
    }
  }

  ProducerHealthChecks healthChecks() {
    return healthChecks;
  }

  SendCounters counters() {
    return counters;
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
