package se.samordna.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.UUID;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** The protocol's own addresses, and the one page in front of them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Provider {
    static final String PAGE = "/sign-in";
    private static final int RSA_BITS = 2048;

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .exceptionHandling(
                        outside -> outside.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(PAGE)))
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain page(HttpSecurity http, People people, SignInSettings settings) {
        return http.authorizeHttpRequests(all -> all.requestMatchers(PAGE, "/css/**", "/favicon.svg", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(PAGE)
                        .usernameParameter("person")
                        .failureUrl(PAGE + "?unknown")
                        .defaultSuccessUrl(settings.workplaces().getFirst().toString()))
                .logout(AbstractHttpConfigurer::disable)
                .authenticationProvider(new Chosen(people))
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Where Boot's own would put it; that one is not on the class path, see the pom. */
    @Bean
    DelegatingFilterProxyRegistrationBean security() {
        var registered = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registered.setOrder(-100);
        return registered;
    }

    @Bean
    RegisteredClientRepository clients(SignInSettings settings) {
        return Clients.of(settings);
    }

    @Bean
    AuthorizationServerSettings addresses(SignInSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    /** New at each start: a token of an earlier run opens nothing. */
    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(RSA_BITS)
                .keyID(UUID.randomUUID().toString())
                .generate()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }
}
