import { pinyin } from 'pinyin-pro';
import { wordsIn } from '#shared/domain/playbook';
import { personName, type Person } from '#shared/domain/person';
import { roleOf } from '#shared/knowledge/people-roles';

export type PeopleIndex = readonly { readonly person: Person; readonly text: string }[];

/** Makes what is searched: every text of an entry, its role, pinyin and initials. */
export function indexPeople(people: readonly Person[], language: string): PeopleIndex {
  return people.map((person) => {
    const role = wordsIn(roleOf(person.role).title, language);
    const spoken = [person.name, person.company, person.courier, role].map((one) =>
      pinyin(one, { toneType: 'none', type: 'array', nonZh: 'consecutive' }),
    );
    const sounds = spoken.flatMap((one) => [one.join(''), one.map((sound) => sound[0] ?? '').join('')]);
    const { phone, wechat, note, details = {} } = person;
    const bare = phone.replaceAll(/\D/g, '');
    return {
      person,
      text: [
        personName(person),
        person.company,
        person.courier,
        role,
        phone,
        bare,
        wechat,
        note,
        ...Object.values(details),
        ...sounds,
      ]
        .join('\n')
        .normalize('NFKC')
        .toLowerCase(),
    };
  });
}

/** Entries of a role (all for an empty one) that contain every word typed. */
export function findPeople(index: PeopleIndex, typed: string, role: string): readonly Person[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return index
    .filter(
      ({ person, text }) => (role === '' || person.role === role) && words.every((one) => text.includes(one)),
    )
    .map(({ person }) => person);
}
