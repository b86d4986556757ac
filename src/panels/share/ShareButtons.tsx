import { useFigure } from '../context';
import { SaveButton } from '../take/SaveButton';
import { CopyLink } from './CopyLink';
import { EmbedButton } from './EmbedButton';

/** What leaves the page: a link to what is shown, a figure for somebody else's page, and files. */
export default function ShareButtons() {
  const { peers } = useFigure();
  return (
    <div className="share-buttons">
      <CopyLink />
      <EmbedButton />
      {/* Of labs that are compared each has its own. */}
      {peers.length === 0 && <SaveButton />}
    </div>
  );
}
