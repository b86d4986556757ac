import { useRef, useState } from 'react';
import { takeWords } from '../../text/take';
import { useFigure, useLab } from '../context';
import { openModelInLab } from '../files/openInLab';
import { panelName } from '../share/names';
import { useTaking } from './context';
import { filmKind } from './film';
import { FileButton, Part, Row, TakeSaid } from './rows';
import { type Still, stillPng, stillSvg, stillsOf } from './stills';
import { frameCsv, frameJson, historyCsv, historyJson, measuresCsv, measuresJson } from './tables';
import { type Take, useTakeAlong } from './useTakeAlong';
import { weightsOf } from './weights';

/** All that can be taken along of a figure, and weights that are brought. */
export default function TakeForm() {
  const { from } = useTaking();
  const { take, said, busy } = useTakeAlong();
  const [stills] = useState(() => stillsOf(from.current!));
  return (
    <div className="take" aria-busy={busy}>
      <Pictures stills={stills} take={take} />
      {stills.some(({ name }) => name === 'plane') && <Film />}
      <Numbers take={take} />
      <Weights take={take} />
      <TakeSaid said={said} />
    </div>
  );
}

interface PartProps {
  readonly take: Take;
}

function Pictures({ stills, take }: PartProps & { stills: readonly Still[] }) {
  const figure = useFigure();
  const says = takeWords[figure.language];
  return (
    <Part title={says.pictures} hint={says.picturesHint}>
      {stills.map((still) => {
        const name = panelName(still.name, figure.words);
        return (
          <Row key={still.name} name={name}>
            <FileButton
              kind="png"
              of={name}
              onClick={() => take(still.name, 'png', () => stillPng(figure, still, name))}
            />
            <FileButton
              kind="svg"
              of={name}
              onClick={() => take(still.name, 'svg', () => stillSvg(figure, still, name))}
            />
          </Row>
        );
      })}
    </Part>
  );
}

function Film() {
  const { language } = useFigure();
  const { show } = useTaking();
  const says = takeWords[language];
  const kind = filmKind();
  return (
    <Part title={says.film} hint={kind === null ? says.noFilm : says.filmHint}>
      {kind !== null && (
        <button type="button" className="button" onClick={() => show('recording')}>
          {says.record}
        </button>
      )}
    </Part>
  );
}

function Numbers({ take }: PartProps) {
  const { lab, site, language } = useFigure();
  const ready = useLab(({ run }) => run !== null) && lab.frame !== null;
  const says = takeWords[language];
  if (!ready) return null;
  return (
    <Part title={says.numbers} hint={null}>
      <Row name={says.frame} hint={says.frameHint}>
        <FileButton kind="csv" of={says.frame} onClick={() => take('frame', 'csv', () => frameCsv(lab, lab.frame!))} />
        <FileButton
          kind="json"
          of={says.frame}
          onClick={() => take('frame', 'json', () => frameJson(lab, lab.frame!, site.link()))}
        />
      </Row>
      <Row name={says.history} hint={says.historyHint}>
        <FileButton kind="csv" of={says.history} onClick={() => take('losses', 'csv', () => historyCsv(lab))} />
        <FileButton
          kind="json"
          of={says.history}
          onClick={() => take('losses', 'json', () => historyJson(lab, site.link()))}
        />
      </Row>
      {lab.history.measured.length > 0 && (
        <Row name={says.measures} hint={says.measuresHint}>
          <FileButton kind="csv" of={says.measures} onClick={() => take('measures', 'csv', () => measuresCsv(lab))} />
          <FileButton
            kind="json"
            of={says.measures}
            onClick={() => take('measures', 'json', () => measuresJson(lab, site.link()))}
          />
        </Row>
      )}
    </Part>
  );
}

function Weights({ take }: PartProps) {
  const { lab, language } = useFigure();
  const trained = useLab(({ run }) => run !== null && run.engine !== 'layers');
  const says = takeWords[language];
  return (
    <Part title={says.weights} hint={says.weightsHint}>
      <div className="take-files">
        {trained && (
          <button type="button" className="button" onClick={() => take('weights', 'safetensors', () => weightsOf(lab))}>
            {says.saveWeights}
          </button>
        )}
        <OpenButton name={says.openWeights} accept=".safetensors" multiple={false} />
      </div>
      <p className="fine">{says.layersHint}</p>
      <OpenButton name={says.openLayers} accept=".json,.bin" multiple />
    </Part>
  );
}

/** Opens files that are no images. What becomes of them is told in the figure, so the dialog gives way to it. */
function OpenButton({ name, accept, multiple }: { name: string; accept: string; multiple: boolean }) {
  const { lab } = useFigure();
  const { show } = useTaking();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current!.click()}>
        {name}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length === 0) return;
          show('button');
          void openModelInLab(lab, multiple ? files : files[0]!);
        }}
      />
    </>
  );
}
