-- The index: each table has the columns that lists filter by, and the contract's line as it is exported.
CREATE TABLE about (key VARCHAR, value VARCHAR);
CREATE TABLE reports (id VARCHAR, published DATE, publisher VARCHAR, language VARCHAR, copy_of VARCHAR, line VARCHAR);
CREATE TABLE mentions (report VARCHAR, type VARCHAR, name VARCHAR, line VARCHAR);
CREATE TABLE claims (id VARCHAR, report VARCHAR, kind VARCHAR, type VARCHAR, status VARCHAR, places VARCHAR[], sources VARCHAR[],
                     roots INTEGER, since DATE, until DATE, rejected BOOLEAN, line VARCHAR);
CREATE TABLE figures (id VARCHAR, kind VARCHAR, type VARCHAR, status VARCHAR, places VARCHAR[], sources VARCHAR[],
                      roots INTEGER, since DATE, until DATE, line VARCHAR);
CREATE TABLE holdings (id VARCHAR, kind VARCHAR, type VARCHAR, status VARCHAR, places VARCHAR[], sources VARCHAR[],
                       roots INTEGER, since DATE, until DATE, line VARCHAR);
CREATE TABLE incidents (id VARCHAR, kind VARCHAR, type VARCHAR, status VARCHAR, places VARCHAR[], sources VARCHAR[],
                        roots INTEGER, since DATE, until DATE, line VARCHAR);
CREATE TABLE set_aside (input VARCHAR, record VARCHAR, reason VARCHAR, line VARCHAR);
