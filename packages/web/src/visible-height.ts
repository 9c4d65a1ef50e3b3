/**
 * Keeps the page as high as what can be seen of it. Safari on a phone lays its keyboard over the
 * page and doesn't count it in `dvh`; the visual viewport does.
 */

/** Sets `--visible-height` on the root, now and whenever it changes. */
export function followVisibleHeight(): void {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  const update = () => {
    // Pinched larger, the visible part is smaller without the page being so.
    if (viewport.scale > 1.01) return;
    document.documentElement.style.setProperty('--visible-height', `${viewport.height}px`);
  };
  viewport.addEventListener('resize', update);
  update();
}
