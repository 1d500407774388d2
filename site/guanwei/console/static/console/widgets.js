// Starts those of Wagtail's widgets that it starts by inline scripts: none of those runs under our content policy.
// The data stands in attributes; the controller finds it in whatever way the markup came onto the page.
(() => {
  const stimulus = window.StimulusModule;
  const app = window.wagtail?.app;
  if (!stimulus || !app) return;
  const named = (path) => path.split('.').reduce((found, part) => found?.[part], window);

  class Start extends stimulus.Controller {
    static values = { kind: String, target: String, options: String };

    connect() {
      // A row that is moved comes in again, with its widget already running.
      if (this.element.dataset.started) return;
      this.element.dataset.started = 'true';
      const options = JSON.parse(this.optionsValue || '{}');
      const kind = named(this.kindValue);
      if (this.kindValue.startsWith('init')) kind(this.targetValue, options);
      else if (this.targetValue) new kind(this.targetValue, options);
      else new kind(options);
    }
  }
  app.register('gw-start', Start);
})();
