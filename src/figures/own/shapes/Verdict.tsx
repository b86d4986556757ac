import { SHAPE_BOUNDS, type ShapeVerdict } from '../../../math/shape';
import { NONE, short } from '../../../panels/numbers';
import '../../../panels/table.css';
import { questionWords } from '../../../text/questions';
import { shapeWords } from '../../../text/shapes';
import { usePage } from '../../context';
import { MEASURED, MEASURES, speaksFor } from './judge';

/** What a cloud looks like, large, and the measures that it rests on, each with its bound. */
export function Verdict({ verdict }: { readonly verdict: ShapeVerdict | null }) {
  const { language } = usePage();
  const says = shapeWords[language];
  const { shapes } = questionWords[language];
  return (
    <div className="cloud-verdict">
      <p className="large-number" data-part="verdict">
        <span className="large-number-name">{says.verdict}</span>
        <output>{verdict === null ? says.tooFew : shapes[verdict.shape]}</output>
      </p>
      <table className="number-table" data-part="measures">
        <thead>
          <tr>
            <th scope="col">{says.measure}</th>
            <th scope="col">{says.value}</th>
            <th scope="col">{says.bound}</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => {
            const { shape, isMore } = MEASURED[measure];
            const holds = verdict !== null && speaksFor(measure, verdict);
            const bound = (isMore ? says.above : says.below)(shapes[shape], short(SHAPE_BOUNDS[measure]));
            return (
              <tr key={measure} data-measure={measure} data-holds={holds}>
                <th scope="row">{says.measures[measure]}</th>
                <td>{verdict === null ? NONE : short(verdict[measure])}</td>
                <td>
                  {bound}: {holds ? says.holds : says.fails}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
