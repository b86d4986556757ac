import { NONE, short } from '../../../panels/numbers';
import { pcaWords } from '../../../text/pca';
import { usePage } from '../../context';

interface ErrorsProps {
  /** Of PCA, the linear and the deep autoencoder; null before they are known. */
  readonly errors: readonly (number | null)[];
  /** The place of the one whose surface is shown. */
  readonly shown: number;
  show(place: number): void;
}

/** The three models to choose from, each with its error as a bar. */
export function Errors({ errors, shown, show }: ErrorsProps) {
  const { language } = usePage();
  const says = pcaWords[language];
  const most = Math.max(...errors.map((error) => error ?? 0));
  return (
    <fieldset className="pca-errors" data-part="errors">
      <legend>
        <span>{says.which}</span>
        <span>{says.error}</span>
      </legend>
      {says.models.map((name, place) => {
        const error = errors[place] ?? null;
        return (
          <label key={name} className="pca-choice">
            <input type="radio" name="pca-model" checked={shown === place} onChange={() => show(place)} />
            <span>{name}</span>
            <span className="pca-bar" aria-hidden="true">
              {error !== null && <span style={{ width: `${(100 * error) / most}%` }} />}
            </span>
            <output aria-live="off">{error === null ? NONE : short(error)}</output>
          </label>
        );
      })}
    </fieldset>
  );
}
