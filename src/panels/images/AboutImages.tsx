import { useState } from 'react';
import { siteRoot } from '../../state/ownDocument';
import { imageWords } from '../../text/images';
import { useFigure, useHidden, useLab } from '../context';
import { count } from '../numbers';
import { WholeNumber } from '../WholeNumber';
import { CREDITED, Credit } from './Credit';
import './images.css';
import { Variant } from './Variant';

/** How many images there are, and unfolded: what they are, whose work, and what of them may be chosen. */
export default function AboutImages() {
  const { language } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const [open, setOpen] = useState(false);
  if (dataset === null) return null;
  const { n, width, height } = dataset;
  return (
    <details className="about-images" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{imageWords[language].summary(count(n), String(width), String(height))}</summary>
      {open && <About />}
    </details>
  );
}

function About() {
  const { language, words } = useFigure();
  const says = imageWords[language];
  const data = useLab((state) => state.settings.data);
  const countHidden = useHidden('count');
  const credited = CREDITED.find((set) => set === data);
  return (
    <div className="about-images-body">
      <p className="fine">
        {says.sets[data]}
        {words.space}
        {data !== 'file' && (credited ? <Credit of={credited} language={language} root={siteRoot()} /> : says.drawn)}
      </p>
      <Variant />
      {!countHidden && <WholeNumber of="count" />}
    </div>
  );
}
