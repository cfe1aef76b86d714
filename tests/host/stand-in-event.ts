/** The part of Electron's Event that main code uses. */
export type StandInEvent = { preventDefault: () => void; defaultPrevented: boolean };

/** A preventable event with more fields. */
export function createEvent<Fields extends object>(fields: Fields): StandInEvent & Fields {
  const event: StandInEvent & Fields = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
