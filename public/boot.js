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
    var chinese = isChinese();
    var links = boot.querySelectorAll('.boot-link a');
    for (var j = 0; j < links.length; j++) links[j].href = links[j].href.replace(/#.*/, '') + location.hash;
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

  /*
   * As the page itself chooses (src/text/index.ts): what the address says, else the language that the document is in by
   * its place, else the first language of the reader's that it speaks.
   */
  function isChinese() {
    var asked = /[#&]lang=(en|zh)(&|$)/.exec(location.hash);
    if (asked) return asked[1] === 'zh';
    var own = document.documentElement.lang;
    if (own !== 'en') return own.indexOf('zh') === 0;
    var languages = navigator.languages || [navigator.language || 'en'];
    for (var i = 0; i < languages.length; i++) {
      var spoken = /^(en|zh)/i.exec(languages[i]);
      if (spoken) return spoken[1].toLowerCase() === 'zh';
    }
    return false;
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
