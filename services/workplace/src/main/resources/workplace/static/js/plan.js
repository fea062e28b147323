// Draws the figures larger than the server did, and offers to print. Without this file nothing is missing: the picture
// is there in small, and every figure stands in a table.
"use strict";

(() => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const option = (data) => {
    // As many decimals as the axis' step has: no two of its numbers may read the same.
    const numbers = new Intl.NumberFormat(data.lang, { maximumFractionDigits: 6 });
    const ink = colour("--ink");
    const soft = colour("--soft");
    const line = colour("--line");
    const series = [
      {
        type: "line", data: data.values, symbol: "circle", symbolSize: 7, connectNulls: false, z: 3,
        lineStyle: { color: colour("--link"), width: 3 }, itemStyle: { color: colour("--link") },
        markLine: data.target == null ? undefined : {
          silent: true, symbol: "none", lineStyle: { color: colour("--good"), type: "dashed", width: 2 },
          label: { formatter: data.words.target, position: "insideStartTop", color: colour("--good"), fontWeight: 600 },
          data: [{ yAxis: data.target }],
        },
      },
      {
        type: "line", data: data.counties, symbol: "none", connectNulls: false, z: 2,
        lineStyle: { color: soft, width: 2, type: "dotted" },
      },
      {
        // A withheld period is a field from bottom to top, named once for each run of them; never a zero.
        type: "bar", yAxisIndex: 1, barWidth: "100%", z: 1, data: data.suppressed.map((it, at) => (it ? { value: 1, label: { show: at === 0 || !data.suppressed[at - 1] } } : null)),
        itemStyle: {
          color: colour("--quiet-bg"),
          decal: { symbol: "rect", color: colour("--strong-line"), dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -Math.PI / 4 },
        },
        label: {
          position: "insideTop", color: ink, backgroundColor: colour("--card"), padding: [2, 4], borderRadius: 3,
          formatter: data.words.suppressed,
        },
        labelLayout: { hideOverlap: true },
      },
    ];
    // Without one number to set out there is nothing that an axis could tell.
    const anything = data.target != null || [...data.values, ...data.counties].some((it) => it != null);
    const greatest = Math.max(data.target ?? 0, ...data.values.map((it) => it ?? 0), ...data.counties.map((it) => it ?? 0));
    return {
      animation: false,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("--card"), borderColor: line,
        textStyle: { color: ink }, formatter: (at) => data.told[at[0].dataIndex],
      },
      xAxis: {
        type: "category", data: data.labels, axisLabel: { color: soft, hideOverlap: true },
        axisLine: { lineStyle: { color: colour("--strong-line") } }, axisTick: { alignWithLabel: true },
      },
      yAxis: [
        {
          // The target has its place in the picture however far off the figures are.
          type: "value", show: anything, min: 0, max: (range) => (greatest === 0 ? 1 : greatest > range.max ? Math.ceil(greatest * 1.1) : null),
          axisLabel: { color: soft, formatter: (it) => numbers.format(it) }, splitLine: { lineStyle: { color: line } },
        },
        { type: "value", min: 0, max: 1, show: false },
      ],
      series,
    };
  };

  const draw = () => {
    for (const plot of document.querySelectorAll(".plot[data-chart]")) {
      let large = plot.querySelector(".large");
      if (!large) {
        large = document.createElement("div");
        large.className = "large";
        plot.append(large);
        plot.classList.add("is-large");
      }
      const chart = echarts.getInstanceByDom(large) ?? echarts.init(large, null, { renderer: "svg" });
      chart.setOption(option(JSON.parse(plot.dataset.chart)), true);
    }
  };

  if (typeof echarts !== "undefined") {
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    addEventListener("resize", () => {
      for (const large of document.querySelectorAll(".plot .large")) {
        echarts.getInstanceByDom(large)?.resize();
      }
    });
  }

  for (const button of document.querySelectorAll("button.print")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
