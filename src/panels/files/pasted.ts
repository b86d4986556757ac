/** What a browser calls a picture that is pasted, whatever it is of. */
const NAMELESS = /^image\.(\w+)$/;

/** Pictures that have been pasted on this page. */
let pictures = 0;

/** Where a paste is text, whatever else comes with it. */
const FIELDS = 'textarea, input:is([type="text"], [type="number"], :not([type]))';

/**
 * The files of a paste, none of one into a field of text. Pictures without a name of their own are numbered, so that they
 * can be told apart.
 */
export function pastedOf({ clipboardData, target }: ClipboardEvent): File[] {
  if (target instanceof Element && target.matches(FIELDS)) return [];
  return [...(clipboardData?.files ?? [])].map((file) => {
    const [, kind] = NAMELESS.exec(file.name) ?? [];
    if (kind === undefined) return file;
    pictures += 1;
    return new File([file], `pasted-${pictures}.${kind}`, { type: file.type, lastModified: file.lastModified });
  });
}
