// Runs before the first paint, so that nobody who prefers dark sees a white flash.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('nightshift-color-scheme');
  } catch {
    // Storage is switched off: follow the system.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
