import { useMemo, useState } from 'react';
import { PAGE_SPECS } from '../../state/pageSettings';
import { LANGUAGES } from '../../text';
import { poster } from '../../text/poster';
import { shareWords } from '../../text/share';
import { useFigure } from '../context';
import { Select } from '../Select';
import { TextField } from '../TextField';
import { EmbedCode } from './EmbedCode';
import './EmbedForm.css';
import { EmbedPreview } from './EmbedPreview';
import { type Chosen, controlsOf, embedOf, firstChoice, missingOf, panelsOf, WIDTHS } from './embedChoices';
import { controlName, panelName } from './names';
import { frameAddress } from './snippets';

/** Height of a frame that has not told any yet, in CSS pixels. */
const HEIGHT = 640;

/** Everything about a figure that a blogger chooses, how it will look, and the code for it. */
export default function EmbedForm() {
  const { id, site, words, language } = useFigure();
  const [chosen, setChosen] = useState<Chosen>(() =>
    firstChoice(site.figures.find((figure) => figure.id === id || figure.labs.some((lab) => lab.id === id))!),
  );
  const [height, setHeight] = useState(HEIGHT);
  const says = shareWords[language];
  const embed = useMemo(
    () => embedOf(chosen, site, { height, title: words.title, alt: poster[language].alt }),
    [chosen, site, height, words, language],
  );
  const missing = missingOf(chosen.spec, site.labs);
  return (
    <div className="embed-form">
      <Choices chosen={chosen} change={(change) => setChosen({ ...chosen, ...change })} />
      <div className="embed-result">
        <p>{says.holds}</p>
        {missing.map((what) => (
          <p key={what} className="embed-note" role="note">
            {says.missing[what]}
          </p>
        ))}
        <EmbedCode embed={embed} />
        <EmbedPreview address={frameAddress(embed)} width={chosen.width} height={height} tell={setHeight} />
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly chosen: Chosen;
  change(change: Partial<Chosen>): void;
}

function Choices({ chosen, change }: ChoicesProps) {
  const { site, words, language } = useFigure();
  const says = shareWords[language];
  const { spec, panels, hide, page } = chosen;
  const all = panelsOf(spec);
  const controls = controlsOf(spec, panels, hide);
  return (
    <div className="embed-choices">
      <Select
        name={says.figure}
        value={spec.id}
        all={site.figures.map(({ id }) => id)}
        nameOf={(id) => says.figures[id] ?? id}
        onChange={(id) => change(firstChoice(site.figures.find((figure) => figure.id === id)!))}
      />
      {all.length > 0 && (
        <Checks
          legend={says.panels}
          all={all}
          checked={panels}
          nameOf={(panel) => panelName(panel, words)}
          // A figure of no panels would be nothing.
          onChange={(next) => next.length > 0 && change({ panels: next })}
        />
      )}
      {controls.length > 0 && (
        <details>
          <summary>{says.controls}</summary>
          <Checks
            legend={says.controls}
            hideLegend
            all={controls}
            checked={controls.filter((control) => !hide.includes(control))}
            nameOf={(control) => controlName(control, words, says)}
            onChange={(next) => change({ hide: controls.filter((control) => !next.includes(control)) })}
          />
        </details>
      )}
      {/* Another figure is as wide as its place again. */}
      <Width key={spec.id} change={(width) => change({ width })} />
      <Select
        name={says.theme}
        value={page.theme}
        all={PAGE_SPECS.theme.choices}
        nameOf={(theme) => says.themes[theme]}
        onChange={(theme) => change({ page: { ...page, theme } })}
      />
      <Select
        name={says.language}
        value={page.lang}
        all={PAGE_SPECS.lang.choices}
        nameOf={(lang) => LANGUAGES.find(({ code }) => code === lang)?.ownName ?? says.ofTheReader}
        onChange={(lang) => change({ page: { ...page, lang } })}
      />
      {/* A sweep begins when it is played; others without a lab have nothing to train. */}
      {spec.labs.length > 0 && (
        <label className="embed-check">
          <input
            type="checkbox"
            checked={page.autoplay}
            onChange={(event) => change({ page: { ...page, autoplay: event.target.checked } })}
          />
          {says.autoplay}
        </label>
      )}
    </div>
  );
}

interface ChecksProps<T extends string> {
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly all: readonly T[];
  readonly checked: readonly T[];
  nameOf(each: T): string;
  /** Called with those that are checked then, in the order of all. */
  onChange(checked: T[]): void;
}

function Checks<T extends string>({ legend, hideLegend, all, checked, nameOf, onChange }: ChecksProps<T>) {
  return (
    <fieldset className="embed-checks">
      <legend className={hideLegend ? 'hidden' : undefined}>{legend}</legend>
      {all.map((each) => (
        <label key={each} className="embed-check">
          <input
            type="checkbox"
            checked={checked.includes(each)}
            onChange={(event) =>
              onChange(all.filter((other) => (other === each ? event.target.checked : checked.includes(other))))
            }
          />
          {nameOf(each)}
        </label>
      ))}
    </fieldset>
  );
}

/** The greatest width; with nothing in it, or nothing that is one, the figure is as wide as its place. */
function Width({ change }: { change(width: number | null): void }) {
  const { language } = useFigure();
  const says = shareWords[language];
  const [text, setText] = useState('');
  const bad = widthOf(text) === null && text.trim() !== '';
  return (
    <TextField
      name={says.width}
      wrong={bad ? says.badWidth(String(WIDTHS.min), String(WIDTHS.max)) : null}
      inputMode="numeric"
      placeholder={says.column}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        change(widthOf(event.target.value));
      }}
    />
  );
}

function widthOf(text: string): number | null {
  const width = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return width >= WIDTHS.min && width <= WIDTHS.max ? width : null;
}
