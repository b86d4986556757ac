/** The elements that the text of any section may have, by the names that it calls them; they need no import there. */
import 'katex/dist/katex.css';
import '../formulas.css';
import './parts.css';
import { Claim } from './Claim';
import { Diagram } from './Diagram';
import { Figure } from './Figure';
import { Formula } from './Formula';
import { Link } from './Link';
import { Note } from './Note';
import { Predict } from './Predict';
import { Reading } from './Reading';
import { SetFigure } from './SetFigure';
import { ShowInFigure } from './ShowInFigure';
import { Source } from './Source';
import { SymbolsLink } from './SymbolsLink';

export const parts = {
  Claim,
  Diagram,
  Figure,
  Formula,
  Note,
  Predict,
  Reading,
  Set: SetFigure,
  Show: ShowInFigure,
  Source,
  Symbols: SymbolsLink,
  a: Link,
};
