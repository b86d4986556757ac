import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { shareWords } from '../../text/share';
import { useFigure } from '../context';
import { type Embed, FORMS, type Form, snippet } from './snippets';
import { useCopy } from './useCopy';

/** The code of an embed in the form that is chosen, to be copied. */
export function EmbedCode({ embed }: { embed: Embed }) {
  const { language } = useFigure();
  const says = shareWords[language];
  const [form, setForm] = useState<Form>('html');
  const { copied, copy, forget } = useCopy();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const code = snippet(form, embed);
  const copyCode = async (): Promise<void> => {
    if (await copy(code)) return;
    field.current?.focus();
    field.current?.select();
  };
  return (
    <section className="embed-code">
      <fieldset className="embed-formats">
        <legend>{says.code}</legend>
        {FORMS.map((each) => (
          <label key={each} className="embed-check">
            <input
              type="radio"
              name={`${id}-form`}
              checked={form === each}
              onChange={() => {
                setForm(each);
                forget();
              }}
            />
            {says.forms[each].name}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        readOnly
        rows={6}
        spellCheck={false}
        aria-label={says.code}
        aria-describedby={`${id}-hint`}
        value={code}
      />
      <div className="embed-copy">
        <button type="button" className="button button-strong" onClick={() => void copyCode()}>
          {copied === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{copied === 'copied' ? says.copied : says.copy}</span>
        </button>
        <p className="fine" id={`${id}-hint`}>
          {says.forms[form].hint}
        </p>
      </div>
      <p className="embed-note" role="status">
        {copied === 'refused' && says.refused}
      </p>
    </section>
  );
}
