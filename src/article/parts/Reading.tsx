import { articleWords } from '../../text/article';
import { titles } from '../../text/titles';
import { useScene } from '../scene';
import { SECTIONS } from '../sections';
import { namedId, SOURCES, type SourceName, sourceId } from '../sources';

/** What the article rests on, each with the ways back to where it is named. */
export function Reading() {
  const { language } = useScene();
  return (
    <ol className="reading">
      {(Object.keys(SOURCES) as SourceName[]).map((name) => {
        const { authors, year, title, url, namedIn } = SOURCES[name];
        return (
          <li key={name} id={sourceId(name)} tabIndex={-1}>
            <span lang={/\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en'}>
              {authors} ({year}). <a href={url}>{title}</a>.
            </span>
            {namedIn.map((section) => {
              const number = SECTIONS.findIndex(({ id }) => id === section);
              const says = articleWords[language].backTo(number, titles[language][section]);
              return (
                <a
                  key={section}
                  className="reading-back"
                  href={`#${namedId(name, section)}`}
                  aria-label={says}
                  title={says}
                >
                  ↩ {number}
                </a>
              );
            })}
          </li>
        );
      })}
    </ol>
  );
}
