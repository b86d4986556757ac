// The page's own buttons and numbers around a <vae-geometry>.
const figure = document.querySelector('vae-geometry');
const buttons = document.querySelectorAll('[data-do]');

const deeds = {
  play: () => figure.play(),
  pause: () => figure.pause(),
  step: () => figure.step(100),
  points: () => figure.set({ beta: 0, sigma: 0 }),
  ellipses: () => figure.set({ beta: 1, sigma: 1 }),
  strong: () => figure.set({ beta: 8 }),
};

const written = {
  step: (value) => String(value),
  loss: (value) => value.toFixed(1),
  beta: (value) => String(value),
  circleCoverage: (value) => `${Math.round(100 * value)} %`,
};

const show = (numbers) => {
  for (const place of document.querySelectorAll('[data-number]')) {
    const value = numbers[place.dataset.number];
    place.textContent = value === null ? '–' : written[place.dataset.number](value);
  }
};

// The element may not be known yet: its script is loaded beside this one.
customElements.whenDefined('vae-geometry').then(() => {
  figure.addEventListener('frame', ({ detail }) => show(detail));
  for (const button of buttons) {
    button.disabled = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const numbers = await deeds[button.dataset.do]();
        if (numbers) show(numbers);
      } finally {
        button.disabled = false;
      }
    });
  }
});
