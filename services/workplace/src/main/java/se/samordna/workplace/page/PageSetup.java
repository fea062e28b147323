package se.samordna.workplace.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What runs around every page, and around no API. */
@Configuration(proxyBeanMethods = false)
class PageSetup implements WebMvcConfigurer {
    private final Language language;

    PageSetup(Language language) {
        this.language = language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(language).excludePathPatterns("/api/**", "/actuator/**");
        interceptors.addInterceptor(new RetryAfter()).excludePathPatterns("/api/**", "/actuator/**");
    }

    /** Says the same to a machine as the page says to a person. */
    private static final class RetryAfter implements HandlerInterceptor {
        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null && page.getModel().get("retryAfter") instanceof Integer seconds) {
                response.setIntHeader("Retry-After", seconds);
            }
        }
    }
}
