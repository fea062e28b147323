package se.samordna.workplace.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts sign-in before every page. Not before {@code /api/**} and {@code /actuator}: what asks there has a token of its own
 * or is of this machine, and gets no session, no cookie and no redirect.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SignInSettings.class)
class SignInSetup {
    /** Named, and no candidate elsewhere. */
    static final String CLOCK = "signInClock";

    private static final String[] FILES = {"/css/**", "/js/**", "/fonts/**", "/webjars/**", "/favicon.svg"};
    private static final String[] OPEN = {"/public/**", "/signed-out", KeptForm.PAGE, SignOut.PAGE};

    @Bean(name = CLOCK, defaultCandidate = false)
    @ConditionalOnMissingBean(name = CLOCK)
    Clock signInClock() {
        return Clock.systemUTC();
    }

    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Issuer issuer,
            SignedIn signedIn,
            SignOut signOut,
            KeptForm keptForm,
            SignInSettings settings,
            @Qualifier(CLOCK) Clock clock) {
        return http.addFilterBefore(new Stay(settings, clock), CsrfFilter.class)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(FILES)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(wayBack()))
                .oauth2Login(login -> login.loginPage(Outside.BEGIN)
                        .clientRegistrationRepository(issuer)
                        .authorizationEndpoint(way -> way.authorizationRequestResolver(new WayToIssuer(issuer)))
                        .userInfoEndpoint(user -> user.oidcUserService(signedIn))
                        .defaultSuccessUrl(FirstPage.START)
                        .failureHandler((request, response, why) -> response.sendError(401)))
                .logout(out -> out.logoutUrl(SignOut.ACTION).logoutSuccessHandler(signOut))
                .exceptionHandling(outside ->
                        outside.authenticationEntryPoint(new Outside(issuer)).accessDeniedHandler(keptForm))
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @SuppressWarnings("NullAway") // by its contract null is: without a mark in the address
    private static RequestCache wayBack() {
        var back = new HttpSessionRequestCache();
        back.setRequestMatcher(Outside::worthGoingBackTo);
        back.setMatchingRequestParameterName(null);
        return back;
    }

    /** Where Boot's own would put it, but before pages alone. */
    @Bean
    FilterRegistrationBean<Filter> beforePages(@Qualifier("springSecurityFilterChain") Filter security) {
        var registered = new FilterRegistrationBean<Filter>(new PagesAlone(security));
        registered.setName("sign-in");
        registered.setOrder(-100);
        registered.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registered;
    }

    /** Not by itself, too. */
    @Bean
    FilterRegistrationBean<Filter> notForAll(@Qualifier("springSecurityFilterChain") Filter security) {
        var registered = new FilterRegistrationBean<>(security);
        registered.setEnabled(false);
        return registered;
    }

    @Bean
    ServletContextInitializer cookies(SignInSettings settings) {
        boolean https = settings.address()
                .filter(address -> "https".equals(address.getScheme()))
                .isPresent();
        return context -> {
            if (https) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }

    @Bean
    WebMvcConfigurer callersOfPages(PageGuard guard, FreshToken token) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(guard)
                        .excludePathPatterns("/api/**", "/actuator/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
                interceptors
                        .addInterceptor(token)
                        .excludePathPatterns("/api/**", "/actuator/**")
                        .order(Ordered.HIGHEST_PRECEDENCE + 1);
            }
        };
    }
}
