import type { Hideable } from '../../state/embedLink';
import type { PanelName } from '../../state/figureSpec';
import type { Words } from '../../text';
import { compareWords } from '../../text/compare';
import { factorWords } from '../../text/factors';
import { lateWords } from '../../text/late';
import { regionWords } from '../../text/region';
import { reparameteriseWords } from '../../text/reparameterise';
import type { ShareWords } from '../../text/share';
import { slowWords } from '../../text/slowMotion';
import { settingName } from '../settingName';

/** What a panel is called: by its own title. */
export function panelName(panel: PanelName, words: Words): string {
  const late = lateWords[words.code];
  switch (panel) {
    case 'transport':
      return words.transport.label;
    case 'controls':
      return words.controls.label;
    case 'more':
      return words.controls.more;
    case 'numbers':
      return words.numbers;
    case 'pins':
      return late.strip.pins;
    case 'sample':
      return late.sample.title;
    case 'factors':
      return factorWords[words.code].title;
    case 'slowMotion':
      return slowWords[words.code].title;
    case 'reparameterise':
      return reparameteriseWords[words.code].title;
    case 'region':
      return regionWords[words.code].title;
    case 'draw':
    case 'strip':
    case 'path':
    case 'loss':
    case 'timeline':
      return late[panel].title;
    default:
      return words[panel].title;
  }
}

/** What a control is called: by its own label. */
export function controlName(control: Hideable, words: Words, says: ShareWords): string {
  const late = lateWords[words.code].controls;
  switch (control) {
    case 'share':
    case 'counters':
    case 'caption':
      return says.parts[control];
    case 'step':
    case 'reset':
      return words.transport[control];
    case 'turn':
      return words.controls.toOutlines(words.outlines.ellipse.many);
    case 'file':
      return late.openFile;
    case 'layers':
      return words.plane.layers;
    case 'pair':
    case 'swap':
    case 'copy':
      return compareWords[words.code][control];
    case 'pad':
      return late.pad;
    default:
      return settingName(control, words);
  }
}
