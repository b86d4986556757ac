import { useMemo } from 'react';
import { CopyLink } from '../../panels/share/CopyLink';
import { EmbedButton } from '../../panels/share/EmbedButton';
import { usePage } from '../context';
import { OfLab } from '../LabView';

/** What leaves the page of a figure that has no play button to stand beside: a link to it, and its code. @param id of the figure */
export function OwnShare({ id }: { readonly id: string }) {
  const { site, hidden } = usePage();
  const { labs } = site;
  const entry = useMemo(() => ({ ...(labs.entry(id) ?? labs.all[0]!), id }), [labs, id]);
  if (hidden.has('share')) return null;
  return (
    <OfLab entry={entry}>
      <div className="share-buttons own-share">
        <CopyLink />
        <EmbedButton />
      </div>
    </OfLab>
  );
}
