/*
 * Says why the page's program did not come. A script of its own and of the old kind, since it has to run where modules
 * do not: from a file, in a sandboxed frame, offline. The sentences stand in the document, hidden.
 */
(function () {
  function show(cause) {
    var root = document.getElementById('root');
    var boot = root && root.querySelector('.boot');
    // The page stands in its place: what fails from then on it tells itself (src/panels/Boundary.tsx).
    if (!boot) return;
    var languages = navigator.languages || [navigator.language || 'en'];
    var chinese = languages.length > 0 && /^zh/i.test(languages[0]);
    var sentences = boot.querySelectorAll('[data-cause]');
    for (var i = 0; i < sentences.length; i++) {
      var sentence = sentences[i];
      sentence.hidden = !(
        sentence.getAttribute('data-cause') === cause && (sentence.lang.indexOf('zh') === 0) === chinese
      );
    }
    var buttons = boot.querySelectorAll('button');
    for (var k = 0; k < buttons.length; k++) {
      // A file, or a frame that may not, is the same the next time.
      buttons[k].hidden =
        cause === 'file' || cause === 'sandbox' || (buttons[k].lang.indexOf('zh') === 0) !== chinese;
      buttons[k].onclick = function () {
        location.reload();
      };
    }
    boot.setAttribute('role', 'alert');
    boot.className = 'boot boot-failed';
  }

  function causeOfMissing() {
    if (location.protocol === 'file:') return 'file';
    // A frame without an origin of its own may not load modules unless the site allows every origin to.
    return window.origin === 'null' ? 'sandbox' : 'missing';
  }

  addEventListener(
    'error',
    function (event) {
      var target = event.target;
      if (target && target.tagName === 'SCRIPT') show(causeOfMissing());
      else if (!target || target === window) show('defect');
    },
    true,
  );
})();
