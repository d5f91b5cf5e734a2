/* For tests: a store in a browser that keeps nothing when a page is left. */
{
  const records = new Map();
  trainer.store = {
    read: (activity) => Promise.resolve(records.get(activity) || null),
    write: (record) => {
      records.set(record.activity, record);
      return Promise.resolve(record);
    },
    promise: () => Promise.resolve({ keeps: false, words: "It lasts until you leave this page." }),
  };
}
