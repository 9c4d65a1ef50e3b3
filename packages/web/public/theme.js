// Applies the chosen theme before the first paint. A file of its own, because the page's
// content security policy refuses scripts written inside the page.
try {
  const theme = localStorage.getItem('catb.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's preference stands.
}
