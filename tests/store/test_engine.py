"""What we rely on in DuckDB: a file whose last work stands in the log alone opens again after a kill, whatever that work was."""

import subprocess
import sys

import duckdb
import pytest

# Shapes of schema and of change for which users have reported logs that would not replay.
WORKS = {
    "a column more": ["alter table t add column extra integer default 3"],
    "a column less": ["alter table t add column extra integer", "alter table t drop column extra"],
    "a key taken out and put in": ["delete from t where id = 1", "insert into t values (1, 'one again')"],
    "put in or changed": ["insert into t values (1, 'x'), (9, 'nine') on conflict (id) do update set word = excluded.word"],
    "a unique index": ["create unique index u on t (word)", "insert into t values (8, 'eight')", "delete from t where id = 8"],
    "a view": ["create view v as select * from t", "create or replace view v as select id from t"],
    "a macro": ["create macro twice(a) as a * 2", "create or replace macro twice(a) as a + a"],
    "a table made anew": ["create table n as select * from t", "drop table t", "alter table n rename to t"],
}
SCRIPT = """
import duckdb, os, signal, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("set checkpoint_threshold = '1TB'")
for statement in sys.argv[2:]:
    connection.execute(statement)
print(sorted(connection.execute("select * from t").fetchall()), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("statements", WORKS.values(), ids=WORKS)
def test_what_only_the_log_holds_is_there_after_a_kill(tmp_path, statements):
    path = tmp_path / "x.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table t (id integer primary key, word varchar)")
        connection.execute("insert into t values (1, 'one'), (2, 'two')")
    killed = subprocess.run([sys.executable, "-c", SCRIPT, str(path), *statements], capture_output=True, text=True, check=False)
    assert killed.stdout, killed.stderr
    assert path.with_name("x.duckdb.wal").exists()
    with duckdb.connect(str(path)) as connection:
        assert f"{sorted(connection.execute('select * from t').fetchall())}\n" == killed.stdout
