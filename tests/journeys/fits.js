// What of the page does not fit the window: the page itself, a head that is cut, heads of a chart that run into each other.
() => {
  const main = document.querySelector('[data-testid=stMain]'), found = [];
  if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the document is wider than the window');
  if (main.scrollWidth > main.clientWidth + 1) found.push('the page is wider than the window');
  const isSeen = (box) => box.getBoundingClientRect().width > 1 && getComputedStyle(box).visibility !== 'hidden';
  for (const head of main.querySelectorAll('h1, h2, h3, h4, th, [data-testid=stMetricLabel], [data-testid=stMetricValue]')) {
    const hides = [head, ...head.querySelectorAll('*')].find((box) => isSeen(box) && getComputedStyle(box).overflowX !== 'visible'
      && getComputedStyle(box).overflowX !== 'auto' && box.scrollWidth > box.clientWidth + 1);
    if (hides) found.push(`cut: ${head.textContent.trim().slice(0, 60)}`);
  }
  for (const axis of main.querySelectorAll('svg .role-axis-label')) {
    const texts = [...axis.querySelectorAll('text:not([transform*="rotate("])')]; // slanted ones pass beside each other
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width);
    boxes.forEach(([name, one], place) => boxes.slice(place + 1).forEach(([other, two]) => {
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      if (across > 1 && down > 2) found.push(`collide: ${name} and ${other}`);
    }));
  }
  return found;
}
