// Puts the chosen theme on the page before it is painted. src/ui/theme.ts keeps it up to date afterwards.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('docket.theme');
  } catch {
    // Storage may be switched off; the system's theme is used then.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
