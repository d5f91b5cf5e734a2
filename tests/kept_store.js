/* For tests: a store that outlives the page, so that a reload shows what comes back. */
trainer.store = {
  read: (activity) => Promise.resolve(JSON.parse(localStorage.getItem(activity))),
  write: (record) => {
    localStorage.setItem(record.activity, JSON.stringify(record));
    return Promise.resolve(record);
  },
  promise: () => Promise.resolve({ keeps: true, words: "Stays in this browser." }),
};
